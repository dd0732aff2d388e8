using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Spark.Runtime.Outbox;
using Spark.Runtime.Stores;
using Spark.Runtime.Turns;
using Spark.Storage.Sqlite;
using Spark.Storage.Tests.Support;

namespace Spark.Storage.Tests.Sqlite;

public sealed class WriterTests
{
    [Fact]
    public async Task A_write_that_fails_fails_alone()
    {
        await using var store = new TestStore();
        using var gate = await HoldAsync(store.Get<SqliteDatabase>());
        var good = Enumerable.Range(0, 10).Select(number => store.Conversations.CommitAsync(store.FirstTurn($"good{number}"), TestContext.Current.CancellationToken).AsTask()).ToList();
        var twice = store.FirstTurn("bad");
        var bad = store.Conversations.CommitAsync(twice with { Effects = [.. twice.Effects, .. twice.Effects] }, TestContext.Current.CancellationToken).AsTask();
        var after = store.Conversations.CommitAsync(store.FirstTurn("after"), TestContext.Current.CancellationToken).AsTask();
        gate.Set();

        (await Task.WhenAll(good.Append(after))).ShouldAllBe(outcome => outcome.Status == CommitStatus.Committed);
        await Should.ThrowAsync<SqliteException>(() => bad);
        store.Scalar("SELECT count(*) FROM conversations").ShouldBe("11");
        store.Scalar("SELECT count(*) FROM outbox").ShouldBe("11");
    }

    [Fact]
    public async Task A_full_queue_says_so_and_keeps_nothing_of_it()
    {
        await using var store = new TestStore();
        await using var database = SqliteDatabase.Open(store.File, store.Clock, NullLoggerFactory.Instance, capacity: 4);
        using var gate = await HoldAsync(database);

        var writes = Enumerable.Range(0, 10).Select(number => database.Writer.WriteAsync(statements => statements.PutSetting.Execute($"{number}", new byte[1]))).ToList();
        var refused = writes.Count(write => write.IsFaulted);
        gate.Set();

        refused.ShouldBe(6, "four wait");
        foreach (var write in writes)
        {
            if (write.IsFaulted)
            {
                (await Should.ThrowAsync<StoreUnavailableException>(() => write)).Code.ShouldBe(StoreUnavailableException.Busy);
            }
            else
            {
                await write;
            }
        }

        store.Scalar("SELECT count(*) FROM settings").ShouldBe($"{10 - refused}");
    }

    [Fact]
    public async Task Only_the_turn_that_was_loaded_last_is_written()
    {
        await using var store = new TestStore();
        var first = store.FirstTurn("c1");
        (await store.Conversations.CommitAsync(first, TestContext.Current.CancellationToken)).ShouldBe(new(CommitStatus.Committed, 1));

        var repeated = await store.Conversations.CommitAsync(first, TestContext.Current.CancellationToken);
        var other = await store.Conversations.CommitAsync(first with { Keys = [new("web", "other")] }, TestContext.Current.CancellationToken);

        repeated.ShouldBe(new(CommitStatus.Duplicate, 1));
        other.Status.ShouldBe(CommitStatus.Conflict);
        store.Scalar("SELECT count(*) FROM events").ShouldBe("1");
        store.Scalar("SELECT count(*) FROM outbox").ShouldBe("1");
    }

    [Fact]
    public async Task What_was_committed_is_loaded()
    {
        await using var store = new TestStore();
        await store.Conversations.CommitAsync(store.FirstTurn("c1"), TestContext.Current.CancellationToken);

        var loaded = await store.Conversations.LoadAsync(
            ConversationKey.Of("web", "c1"), [new("web", "x"), new("web", "s")], TestContext.Current.CancellationToken);
        var unknown = await store.Conversations.LoadAsync(ConversationKey.Of("web", "c2"), [new("web", "s")], TestContext.Current.CancellationToken);

        loaded.Sequence.ShouldBe(1);
        loaded.State!.Sequence.ShouldBe(1);
        loaded.DuplicateOf.ShouldBe(1);
        unknown.ShouldBe(new LoadedConversation(null, 0, null));
    }

    [Fact]
    public async Task Open_effects_are_read_page_by_page()
    {
        await using var store = new TestStore();
        for (var i = 0; i < 5; i++)
        {
            await store.Conversations.CommitAsync(store.FirstTurn($"c{i}", effects: 3), TestContext.Current.CancellationToken);
        }

        var outbox = store.Get<IOutboxStore>();
        await outbox.EndAsync(new(ConversationKey.Of("web", "c0"), new(1, 0)), OutboxStatus.Delivered, null, TestContext.Current.CancellationToken);
        var found = new List<EffectAddress>();
        for (var page = await outbox.ReadOpenAsync(null, 4, TestContext.Current.CancellationToken);
            page.Count > 0;
            page = await outbox.ReadOpenAsync(found[^1], 4, TestContext.Current.CancellationToken))
        {
            found.AddRange(page.Select(open => open.Entry.Address));
        }

        found.Count.ShouldBe(14);
        found.ShouldBe(found.Order());
        found.Distinct().Count().ShouldBe(14);
    }

    [Fact]
    public async Task Statements_over_open_rows_take_the_small_index()
    {
        await using var store = new TestStore();
        await store.Conversations.CommitAsync(store.FirstTurn("c1"), TestContext.Current.CancellationToken);

        Plan(store, "SELECT 1 FROM outbox o JOIN conversations c ON c.conversation = o.conversation WHERE (o.conversation, o.sequence, o.position) > (x'00', 1, 1) AND o.status < 10 ORDER BY o.conversation, o.sequence, o.position")
            .ShouldContain("outbox_open");
        Plan(store, "UPDATE outbox INDEXED BY outbox_open SET status = 14 WHERE conversation = x'00' AND status < 10 AND awaited = 0 AND epoch <= 1").ShouldContain("outbox_open");
        Plan(store, "UPDATE outbox INDEXED BY outbox_open SET status = 13 WHERE conversation = x'00' AND status < 10 AND status = 2 AND cause <= 1").ShouldContain("outbox_open");
        Plan(store, "SELECT 1 FROM outbox WHERE conversation = x'00' AND answered_by = 1 AND answered_by IS NOT NULL").ShouldContain("outbox_answered");
    }

    private static string Plan(TestStore store, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={store.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        using var rows = command.ExecuteReader();
        var lines = new List<string>();
        while (rows.Read())
        {
            lines.Add(rows.GetString(3));
        }

        return string.Join('\n', lines);
    }

    // The writer stands in one write; what comes meanwhile gathers into one batch.
    private static async Task<ManualResetEventSlim> HoldAsync(SqliteDatabase database)
    {
        var gate = new ManualResetEventSlim();
        var entered = new TaskCompletionSource();
        _ = database.Writer.WriteAsync(_ =>
        {
            entered.SetResult();
            gate.Wait(TimeSpan.FromSeconds(20));
            return 0;
        });
        await entered.Task;
        return gate;
    }
}
