using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Spark.Channels;
using Spark.Messages;
using Spark.Runtime.Answers;
using Spark.Runtime.Bots;
using Spark.Runtime.Channels;
using Spark.Runtime.Actions;
using Spark.Runtime.Nodes;
using Spark.Runtime.Offload;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;
using Spark.Runtime.Understanding;
using Spark.Runtime.Webhooks;
using Spark.Storage;
using Spark.Storage.Postgres;
using Spark.Storage.Sqlite;
using Spark.Webhooks;

namespace Spark.Runtime.Tests.Support;

/// <summary>The runtime as the host composes it, on a real file; what lies outside is scripted.</summary>
public sealed class TestRuntime : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly string folder;
    private readonly string? database;
    private readonly IReadOnlyDictionary<string, string?> settings;
    private IReadOnlyList<IHostedService> running = [];

    private TestRuntime(
        string folder,
        AnnouncingClock clock,
        TestDirectory directory,
        ScriptedEngine engine,
        IReadOnlyDictionary<string, string?> settings,
        string? database)
    {
        this.folder = folder;
        this.database = database;
        this.settings = settings;
        Clock = clock;
        Directory = directory;
        Engine = engine;
        services = Compose();
    }

    public AnnouncingClock Clock { get; }

    public TestDirectory Directory { get; }

    public ScriptedEngine Engine { get; }

    public TestCompiler Compiler { get; } = new();

    public TurnRunner Turns => services.GetRequiredService<TurnRunner>();

    public AnswerDesk Desk => services.GetRequiredService<AnswerDesk>();

    public WebhookIntake Webhooks => services.GetRequiredService<WebhookIntake>();

    public BotCatalog Bots => services.GetRequiredService<BotCatalog>();

    public ObservedConversationStore Store => (ObservedConversationStore)services.GetRequiredService<IConversationStore>();

    public Outage Outage { get; } = new();

    /// <summary>Takes away only what the node needs to live on.</summary>
    public Outage NodeOutage { get; } = new();

    public ObservedNodeStore Nodes => (ObservedNodeStore)services.GetRequiredService<INodeStore>();

    public Node Node => services.GetRequiredService<Node>();

    public ObservedOutboxStore Outbox => (ObservedOutboxStore)services.GetRequiredService<IOutboxStore>();

    /// <summary>Opens a runtime on a folder and starts its dispatcher.</summary>
    public static async Task<TestRuntime> StartAsync(TempFolder folder, params CollectingChannel[] channels) =>
        await StartAsync(folder, new AnnouncingClock(), new ScriptedEngine(), channels);

    /// <summary>Opens a runtime on a folder and starts its dispatcher.</summary>
    public static async Task<TestRuntime> StartAsync(
        TempFolder folder, AnnouncingClock clock, ScriptedEngine engine, params CollectingChannel[] channels) =>
        await StartAsync(folder, clock, engine, new Dictionary<string, string?>(StringComparer.Ordinal), channels);

    /// <summary>Opens a runtime on a folder and starts its dispatcher. Unless the settings say otherwise, its lease outlasts the test.</summary>
    public static async Task<TestRuntime> StartAsync(
        TempFolder folder,
        AnnouncingClock clock,
        ScriptedEngine engine,
        IReadOnlyDictionary<string, string?> settings,
        params CollectingChannel[] channels) =>
        await StartAsync(folder, database: null, clock, engine, settings, channels);

    /// <summary>The same on a PostgreSQL, when one is named.</summary>
    public static async Task<TestRuntime> StartAsync(
        TempFolder folder,
        string? database,
        AnnouncingClock clock,
        ScriptedEngine engine,
        IReadOnlyDictionary<string, string?> settings,
        params CollectingChannel[] channels)
    {
        var directory = new TestDirectory();
        foreach (var channel in channels)
        {
            directory.Channels[channel.Instance.Id] = channel;
        }

        var runtime = new TestRuntime(folder.Path, clock, directory, engine, settings, database);
        await runtime.Bots.ReplaceAsync([TestBots.Snapshot("helper", "v1")], TestContext.Current.CancellationToken);
        runtime.running = [.. runtime.services.GetServices<IHostedService>()];
        foreach (var service in runtime.running)
        {
            await service.StartAsync(TestContext.Current.CancellationToken);
        }

        return runtime;
    }

    /// <summary>Another runner of turns on the same store, as another process has one: it shares neither locks nor memory with the first.</summary>
    public TurnRunner AnotherRunner() => ActivatorUtilities.CreateInstance<TurnRunner>(services, new ConversationWatch());

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task<Accepted> SayAsync(CollectingChannel channel, string text, string? id = null, string conversation = "c1") =>
        Turns.AcceptAsync(channel.Instance, Message(text, id, conversation), TestContext.Current.CancellationToken);

    public static MessageReceived Message(string text, string? id = null, string conversation = "c1") => new()
    {
        ConversationId = conversation,
        Keys = [id ?? text],
        MessageId = id ?? text,
        Parts = [new TextPart(text)],
    };

    /// <summary>
    /// Lets the time pass until an effect is tried again, once its lane has set its timer: one that is set after the clock has moved would wait for
    /// ever. Timers of others are longer, and tell nothing.
    /// </summary>
    /// <param name="put">The effect, as it was put back.</param>
    public async Task PassAsync(OutboxEntry put)
    {
        var wait = put.DueAt!.Value - Clock.GetUtcNow();
        await Clock.Timers.NextAsync(due => (due - wait).Duration() < TimeSpan.FromMilliseconds(1));
        Clock.Advance(wait);
    }

    public WebhookRequest Request() => new() { Method = "POST", Path = "", ReceivedAt = Clock.GetUtcNow() };

    /// <summary>Rows of the database, a line each, columns joined by a space.</summary>
    public IReadOnlyList<string> Query(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, SqliteDatabase.FileName)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var lines = new List<string>();
        while (rows.Read())
        {
            lines.Add(string.Join(' ', Enumerable.Range(0, rows.FieldCount).Select(column => rows.IsDBNull(column) ? "-" : rows.GetValue(column).ToString())));
        }

        return lines;
    }

    /// <summary>Stops as a host does, in the opposite order, with little patience for calls that hang.</summary>
    public async Task StopAsync(TimeSpan? patience = null)
    {
        foreach (var service in running.Reverse())
        {
            using var limit = new CancellationTokenSource(patience ?? PatienceWith(service));
            await service.StopAsync(limit.Token);
        }

        running = [];
    }

    /// <summary>Lets its lease run out, and the node find that out: it goes on under a new id.</summary>
    public async Task LoseLeaseAsync()
    {
        await Nodes.Listed.NextAsync();
        await Nodes.ExpireAsync(Node.Id);
        Clock.Advance(Get<IOptions<NodeOptions>>().Value.Renewal);
        await Nodes.Renewed.NextAsync(renewed => renewed == 0);
    }

    /// <summary>Leaves it behind as a process that died: nothing of it reaches the database any more, and its lease has run out.</summary>
    public async Task CrashAsync()
    {
        Outage.Begin();
        await Nodes.ExpireAsync(Node.Id);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await services.DisposeAsync();
    }

    // Only who has calls under way may hang. The node puts its lease down, however slow the machine: the next runtime would wait for it.
    private static TimeSpan PatienceWith(IHostedService service) => service is NodeService ? TimeSpan.FromMinutes(1) : TimeSpan.FromMilliseconds(200);

    private ServiceProvider Compose()
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([new("Node:Lease", "5.00:00:00"), new("Turns:MostASecond", "0")])
            .AddInMemoryCollection(settings)
            .Build());
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddSingleton<ISeedSource, CountingSeeds>();
        collection.AddSingleton(new RuntimeLifetime(CancellationToken.None));
        collection.AddSingleton<ITurnEngine>(Engine);
        collection.AddSingleton<IBotCompiler>(Compiler);
        collection.AddSingleton<IChannelDirectory>(Directory);
        collection.AddSingleton<IActionDirectory>(Directory);
        collection.AddSingleton<IOffloadDirectory>(Directory);
        collection.AddSingleton<IUnderstandingDirectory>(Directory);
        if (database is null)
        {
            collection.AddSparkSqlite(folder);
        }
        else
        {
            collection.AddSparkPostgres(database);
            collection.Configure<PostgresOptions>(options => options.ConnectLimit = options.StatementLimit = TimeSpan.FromMinutes(1));
        }

        Observe<IConversationStore>(collection, inner => new ObservedConversationStore(inner) { Outage = Outage });
        Observe<IOutboxStore>(collection, inner => new ObservedOutboxStore(inner, (ILaneStore)inner, Outage));
        collection.Replace(ServiceDescriptor.Singleton<ILaneStore>(provider => (ObservedOutboxStore)provider.GetRequiredService<IOutboxStore>()));
        Observe<INodeStore>(collection, inner => new ObservedNodeStore(inner, Outage, NodeOutage));
        collection.AddSparkRuntime();
        return collection.BuildServiceProvider();
    }

    private static void Observe<T>(ServiceCollection collection, Func<T, T> observe)
        where T : class
    {
        var real = collection.Single(descriptor => descriptor.ServiceType == typeof(T));
        collection.Remove(real);
        collection.AddSingleton(provider => observe((T)ActivatorUtilities.CreateInstance(provider, real.ImplementationType!)));
    }
}
