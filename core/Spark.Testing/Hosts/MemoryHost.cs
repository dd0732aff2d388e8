using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Spark.Engine.Conversations;
using Spark.Runtime;
using Spark.Runtime.Actions;
using Spark.Runtime.Bots;
using Spark.Runtime.Channels;
using Spark.Runtime.Nodes;
using Spark.Runtime.Offload;
using Spark.Runtime.Outbox;
using Spark.Runtime.People;
using Spark.Runtime.Timers;
using Spark.Runtime.Turns;
using Spark.Testing.Outside;

namespace Spark.Testing.Hosts;

/// <summary>
/// The runtime's own door, turns and rules over a conversation in memory and a clock that stands still. Only who waits for whom is
/// another: instead of lanes, timers and threads one loop does what is due, so that a conversation of days takes milliseconds and is the
/// same each time (docs/decisions, "A test runs the runtime's turns and none of its threads").
/// </summary>
internal sealed class MemoryHost : ITestHost
{
    // In virtual time a hundred messages come in the same second.
    private static readonly IConfiguration Settings = new ConfigurationBuilder().AddInMemoryCollection([new("Turns:MostASecond", "0")]).Build();

    private readonly MemoryDatabase database;
    private readonly TestBot bot;
    private readonly TestTrace trace;
    private readonly TestChannel channel;
    private readonly FarSide outside;
    private readonly VirtualClock clock = new();
    private KillSwitch life;
    private ServiceProvider services;
    private EffectLoop loop;

    private MemoryHost(TestBot bot, string channel, MemoryDatabase database, FarSide outside, TestTrace trace, int killAfter)
    {
        this.bot = bot;
        this.database = database;
        this.outside = outside;
        this.trace = trace;
        this.channel = new(channel, bot.Bot.Id, message => new(outside.Send(message.EffectId, message.Parts)));
        life = new(killAfter);
        (services, loop) = Compose();
    }

    /// <summary>How many writes the first host has made, or all when it was never killed.</summary>
    public int Writes { get; private set; }

    /// <summary>The instant at which the host's clock stands.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Starts a host.</summary>
    /// <param name="bot">The bot that answers.</param>
    /// <param name="channel">The id of the channel's plugin.</param>
    /// <param name="database">What is there already.</param>
    /// <param name="outside">What lies outside.</param>
    /// <param name="trace">Who looks on.</param>
    /// <param name="killAfter">The write behind which the host dies, from 1; 0 for never.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<MemoryHost> StartAsync(
        TestBot bot, string channel, MemoryDatabase database, FarSide outside, TestTrace trace, int killAfter, CancellationToken cancellationToken)
    {
        var host = new MemoryHost(bot, channel, database, outside, trace, killAfter);
        await host.PublishAsync(cancellationToken);
        return host;
    }

    /// <inheritdoc/>
    public Task DeliverAsync(string key, ConversationEvent happened, CancellationToken cancellationToken) => SurviveAsync(
        () => TestEvents.EnterAsync(loop.Turns, channel.Instance, key, happened, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task SettleAsync(CancellationToken cancellationToken) => SurviveAsync(() => loop.SettleAsync(cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + by;
        await SurviveAsync(() => loop.AdvanceAsync(until, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        life.Kill();
        Writes += life.Writes;
        await services.DisposeAsync();
        database.ForgetObjects();
        life = new(0);
        (services, loop) = Compose();
        loop.Doubt();
        await PublishAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ConversationState?> ReadAsync(CancellationToken cancellationToken) => new(database.State);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Writes += life.Writes;
        await services.DisposeAsync();
    }

    private async Task SurviveAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await work();
                return;
            }
            catch (HostKilledException)
            {
                await RestartAsync(cancellationToken);
            }
        }
    }

    private Task PublishAsync(CancellationToken cancellationToken) =>
        services.GetRequiredService<BotCatalog>().ReplaceAsync([bot.Snapshot], cancellationToken);

    private (ServiceProvider Services, EffectLoop Loop) Compose()
    {
        var conversations = new MemoryConversations(database, life);
        var configuration = new MemoryConfiguration(database);
        var nothing = new NoOutside();
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton(Settings);
        collection.AddSingleton<TimeProvider>(clock);
        collection.AddSingleton<ISeedSource>(new TurnSeeds(() => database.Sequence));
        collection.AddSingleton(new RuntimeLifetime(CancellationToken.None));
        collection.AddSingleton<ITurnEngine>(new TracedEngine(trace));
        collection.AddSingleton<IBotCompiler>(bot);
        collection.AddSingleton<IChannelDirectory>(channel);
        collection.AddSingleton<IActionDirectory>(nothing);
        collection.AddSingleton<IOffloadDirectory>(nothing);
        collection.AddSingleton<IConversationStore>(conversations);
        collection.AddSingleton<IOutboxStore>(conversations);
        collection.AddSingleton<ITimerStore>(conversations);
        collection.AddSingleton<IPersonVariableStore>(new MemoryPeople(database));
        collection.AddSingleton<INodeStore>(configuration);
        collection.AddSingleton<IBotVersionStore>(configuration);
        collection.AddSingleton<IPublicationStore>(configuration);
        collection.AddSparkRuntime();
        var provider = collection.BuildServiceProvider();

        // What the turns want done is found in the database: nobody takes it from them.
        provider.GetRequiredService<OutboxHandover>().Open(_ => { });
        return (provider, new(provider, database, conversations, channel, outside, clock));
    }
}
