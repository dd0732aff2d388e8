using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Messages;
using Spark.Runtime.Nodes;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;
using Spark.Storage.Sqlite;
using Spark.Testing;

namespace Spark.Storage.Tests.Support;

/// <summary>The stores on a real file in a folder of its own.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly bool ownsFolder;
    private readonly ServiceProvider services;

    public TestStore(string? folder = null)
    {
        ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("spark-storage-").FullName;
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddSparkSqlite(Folder);
        services = collection.BuildServiceProvider();
    }

    /// <summary>The node under which the tests write.</summary>
    public const long Node = 7;

    /// <summary>Opens the stores and registers <see cref="Node"/>.</summary>
    public static async Task<TestStore> OpenAsync(string? folder = null)
    {
        var store = new TestStore(folder);
        await store.Get<INodeStore>().RegisterAsync(new(Node, "test", 1, TimeSpan.FromSeconds(10)), TestContext.Current.CancellationToken);
        return store;
    }

    public string Folder { get; }

    public ManualClock Clock { get; } = new();

    public string File => Path.Combine(Folder, SqliteDatabase.FileName);

    public IConversationStore Conversations => Get<IConversationStore>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>A first turn of a conversation that says something.</summary>
    public TurnCommit FirstTurn(string conversation, int effects = 1)
    {
        var key = ConversationKey.Of("web", conversation);
        return new()
        {
            Key = key,
            Instance = "web",
            ExternalId = conversation,
            ExpectedSequence = 0,
            State = new() { Sequence = 1 },
            Event = new InboundReceived
            {
                At = Clock.GetUtcNow(),
                Seed = 1,
                Channel = "test",
                ChannelInstance = "web",
                Inbound = new ConversationStarted { ConversationId = conversation, Keys = ["s"] },
            },
            Cause = 1,
            Node = Node,
            Revision = 0,
            Keys = [new("web", "s")],
            Effects = [.. Enumerable.Range(0, effects).Select(index => new OutboxEntry
            {
                Address = new(key, new(1, index)),
                Instance = "web",
                ExternalId = conversation,
                Effect = new SendMessage { Parts = [new TextPart("hi")], Language = "en" },
                Status = OutboxStatus.Claimed,
                Epoch = 0,
                Cause = 1,
                CreatedAt = Clock.GetUtcNow(),
            })],
        };
    }

    /// <summary>The turn that follows another one; says something, and has a key of its own.</summary>
    public TurnCommit NextTurn(TurnCommit before, int effects = 1)
    {
        var sequence = before.State.Sequence + 1;
        var first = FirstTurn(before.ExternalId, effects);
        return first with
        {
            ExpectedSequence = before.State.Sequence,
            State = before.State with { Sequence = sequence },
            Cause = sequence,
            Keys = [new("web", $"s{sequence}")],
            Effects = [.. first.Effects.Select((entry, index) => entry with { Address = new(first.Key, new(sequence, index)), Cause = sequence })],
        };
    }

    public async Task<CommitOutcome> CommitAsync(TurnCommit turn) =>
        await Conversations.CommitAsync(turn, TestContext.Current.CancellationToken);

    public string Scalar(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString() ?? "";
    }

    public void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
