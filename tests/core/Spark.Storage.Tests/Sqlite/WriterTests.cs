using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Spark.Runtime.Bots;
using Spark.Runtime.Nodes;
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
        await using var store = await TestStore.OpenAsync();
        using var gate = await HoldAsync(store.Get<SqliteDatabase>());
        var good = Enumerable.Range(0, 10).Select(number => store.Conversations.CommitAsync(store.FirstTurn($"good{number}"), TestContext.Current.CancellationToken).AsTask()).ToList();
        var twice = store.FirstTurn("bad");
        var bad = store.Conversations.CommitAsync(twice with { Keys = [.. twice.Keys, .. twice.Keys] }, TestContext.Current.CancellationToken).AsTask();
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
        await using var store = await TestStore.OpenAsync();
        await using var database = SqliteDatabase.Open(store.File, store.Clock, NullLoggerFactory.Instance, capacity: 4);
        using var gate = await HoldAsync(database);

        var writes = Enumerable.Range(0, 10).Select(number => database.Writer.WriteAsync(statements => statements.PutSetting.Bind($"{number}").Bind(new byte[1]).Run())).ToList();
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
        await using var store = await TestStore.OpenAsync();
        var first = store.FirstTurn("c1");
        (await store.Conversations.CommitAsync(first, TestContext.Current.CancellationToken)).ShouldBe(new(CommitStatus.Committed, 1));

        var repeated = await store.Conversations.CommitAsync(first, TestContext.Current.CancellationToken);
        var other = await store.Conversations.CommitAsync(first with { Keys = [new("web", "other")] }, TestContext.Current.CancellationToken);

        var fenced = await store.CommitAsync(store.NextTurn(first) with { Node = 8 });
        var outdated = await store.CommitAsync(store.NextTurn(first) with { Revision = 1 });

        fenced.Status.ShouldBe(CommitStatus.Fenced);
        outdated.Status.ShouldBe(CommitStatus.Outdated);
        repeated.ShouldBe(new(CommitStatus.Duplicate, 1));
        other.Status.ShouldBe(CommitStatus.Conflict);
        store.Scalar("SELECT count(*) FROM events").ShouldBe("1");
        store.Scalar("SELECT count(*) FROM outbox").ShouldBe("1");
    }

    [Fact]
    public async Task What_was_committed_is_loaded()
    {
        await using var store = await TestStore.OpenAsync();
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
    public async Task Open_effects_are_taken_over_page_by_page()
    {
        await using var store = await TestStore.OpenAsync();
        for (var i = 0; i < 5; i++)
        {
            await store.CommitAsync(store.FirstTurn($"c{i}", effects: 3));
        }

        var outbox = store.Get<IOutboxStore>();
        await outbox.EndAsync(TestStore.Node, [new(new(ConversationKey.Of("web", "c0"), new(1, 0)), OutboxStatus.Delivered, null)], TestContext.Current.CancellationToken);
        await store.Get<INodeStore>().RegisterAsync(new(8, "next", 1, TimeSpan.FromSeconds(10)), TestContext.Current.CancellationToken);
        var ahead = await store.CommitAsync(store.NextTurn(store.FirstTurn("c1")) with { Node = 8 });
        var found = new List<EffectAddress>();
        for (var page = await store.Get<ILaneStore>().TakeOverAsync(8, null, 4, TestContext.Current.CancellationToken);
            page.Count > 0;
            page = await store.Get<ILaneStore>().TakeOverAsync(8, found[^1], 4, TestContext.Current.CancellationToken))
        {
            found.AddRange(page.Select(open => open.Entry.Address));
        }

        ahead.MustLookAhead.ShouldBeTrue();
        (await store.CommitAsync(store.NextTurn(store.NextTurn(store.FirstTurn("c1"))) with { Node = 8 })).MustLookAhead.ShouldBeFalse();
        found.Count.ShouldBe(14);
        found.ShouldBe(found.Order());
        found.Distinct().Count().ShouldBe(14);
    }

    [Fact]
    public async Task What_another_connection_writes_is_noticed()
    {
        using var folder = new TestFolder();
        await using var one = await TestStore.OpenAsync(folder.Path);
        await using var other = await TestStore.OpenAsync(folder.Path);
        var first = one.FirstTurn("c1");

        (await one.CommitAsync(first)).Status.ShouldBe(CommitStatus.Committed);
        (await other.CommitAsync(other.FirstTurn("c2"))).Status.ShouldBe(CommitStatus.Committed);
        (await one.CommitAsync(one.NextTurn(first))).Status.ShouldBe(CommitStatus.Committed);
        (await other.CommitAsync(other.NextTurn(first))).Status.ShouldBe(CommitStatus.Duplicate);
        await other.Get<IPublicationStore>().PublishAsync(new Dictionary<string, string> { ["helper"] = "v1" }, TestContext.Current.CancellationToken);
        (await one.CommitAsync(one.FirstTurn("c3"))).Status.ShouldBe(CommitStatus.Outdated);

        one.Scalar("SELECT group_concat(id || '.' || conversation) FROM events").ShouldBe("1.1,2.2,3.1");
    }

    [Fact]
    public async Task What_may_be_under_way_is_not_cancelled_with_the_change_of_the_owner()
    {
        await using var store = await TestStore.OpenAsync();
        var first = store.FirstTurn("c1", effects: 2);
        await store.CommitAsync(first with { Effects = [first.Effects[0] with { Attempts = 1 }, first.Effects[1]] });
        var next = store.NextTurn(first, effects: 0);

        await store.CommitAsync(next with { OwnerChanged = true, State = next.State with { OwnerEpoch = 1 } });

        store.Scalar("SELECT group_concat(status) FROM outbox").ShouldBe("1,14");
    }

    [Fact]
    public async Task Ids_as_long_as_four_kilobytes_are_kept()
    {
        await using var store = await TestStore.OpenAsync();
        var id = new string('é', 2_000) + "end";
        await store.CommitAsync(store.FirstTurn(id) with { Keys = [new("web", id)] });

        var loaded = await store.Conversations.LoadAsync(ConversationKey.Of("web", id), [new("web", id)], TestContext.Current.CancellationToken);
        var open = await store.Get<ILaneStore>().TakeOverAsync(9, null, 4, TestContext.Current.CancellationToken);

        loaded.DuplicateOf.ShouldBe(1);
        open.ShouldHaveSingleItem().Entry.ExternalId.ShouldBe(id);
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
