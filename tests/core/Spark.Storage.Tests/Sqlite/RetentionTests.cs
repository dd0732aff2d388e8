using Spark.Runtime.Feeds;
using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Retention;
using Spark.Runtime.Turns;
using Spark.Storage.Tests.Support;

namespace Spark.Storage.Tests.Sqlite;

public sealed class RetentionTests
{
    [Fact]
    public async Task What_is_old_goes_except_what_is_open()
    {
        await using var store = await TestStore.OpenAsync();
        var began = store.Clock.GetUtcNow();
        var last = store.FirstTurn("c1");
        await store.CommitAsync(last);
        for (var turn = 2; turn <= 10; turn++)
        {
            store.Clock.Advance(TimeSpan.FromDays(1));
            await store.CommitAsync(last = store.NextTurn(last));
        }

        await EndAsync(store, OutboxStatus.Delivered, 1, 3, 5, 6, 7, 8, 9, 10);
        await EndAsync(store, OutboxStatus.Failed, 2);
        var limits = new RetentionLimits(began + TimeSpan.FromDays(6), began + TimeSpan.FromDays(8));

        var deleted = await PruneAsync(store, limits);

        // The fourth is open.
        store.Scalar("SELECT group_concat(sequence) FROM events").ShouldBe("4,7,8,9,10");
        store.Scalar("SELECT group_concat(sequence) FROM outbox").ShouldBe("4,7,8,9,10");
        store.Scalar("SELECT group_concat(sequence) FROM (SELECT sequence FROM seen ORDER BY sequence)").ShouldBe("9,10");
        deleted.ShouldBe(5 + 5 + 8);
        (await store.Get<IConversationLog>().ReadAsync(last.Key, 0, 99, TestContext.Current.CancellationToken))!.Turns
            .Select(turn => turn.Sequence).ShouldBe([7, 8, 9, 10]);
        (await store.Get<IDatabaseCare>().CheckAsync(TestContext.Current.CancellationToken)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_wrong_clock_has_dated_ahead_keeps_nothing_behind_it()
    {
        await using var store = await TestStore.OpenAsync();
        var now = store.Clock.GetUtcNow();
        TurnCommit At(string conversation, int days)
        {
            var turn = store.FirstTurn(conversation, effects: 0);
            return turn with { Event = turn.Event with { At = now.AddDays(days) } };
        }

        await store.CommitAsync(At("c1", -200));
        for (var wrong = 2; wrong < 6; wrong++)
        {
            await store.CommitAsync(At($"c{wrong}", 3_650));
        }

        await store.CommitAsync(At("c6", -150));
        await store.CommitAsync(At("c7", -1));
        await store.CommitAsync(At("c8", 0));

        await PruneAsync(store, new(now.AddDays(-90), now.AddDays(-7)) { Now = now });

        store.Scalar("SELECT group_concat(id) FROM events").ShouldBe("2,3,4,5,7,8");
    }

    [Fact]
    public async Task Numbers_of_rows_are_never_given_again()
    {
        using var folder = new TestFolder();
        var far = DateTimeOffset.MaxValue;
        await using (var store = await TestStore.OpenAsync(folder.Path))
        {
            await store.CommitAsync(store.FirstTurn("c1", effects: 0));
            await store.CommitAsync(store.FirstTurn("c2", effects: 0));
            await PruneAsync(store, new(far, far));
        }

        await using var again = await TestStore.OpenAsync(folder.Path);
        await again.CommitAsync(again.FirstTurn("c3", effects: 0));
        var listed = await again.Get<IConversationIndex>().ListAsync(null, 2, TestContext.Current.CancellationToken);
        var rest = await again.Get<IConversationIndex>().ListAsync(new(listed[1].ChangedAt, listed[1].Key), 2, TestContext.Current.CancellationToken);

        again.Scalar("SELECT group_concat(id) FROM events").ShouldBe("2,3");
        listed.Select(one => one.ExternalId).ShouldBe(["c3", "c2"]);
        rest.Select(one => one.ExternalId).ShouldBe(["c1"]);
    }

    private static async Task<int> PruneAsync(TestStore store, RetentionLimits limits)
    {
        var rows = 0;
        for (var page = new Pruned(0, IsDone: false); !page.IsDone;)
        {
            page = await store.Get<IRetentionStore>().PruneAsync(limits, 3, TestContext.Current.CancellationToken);
            rows += page.Rows;
        }

        return rows;
    }

    private static async Task EndAsync(TestStore store, OutboxStatus status, params long[] sequences) =>
        await store.Get<IOutboxStore>().EndAsync(
            TestStore.Node,
            [.. sequences.Select(sequence => new EndedEffect(new(ConversationKey.Of("web", "c1"), new(sequence, 0)), status, null))],
            TestContext.Current.CancellationToken);
}
