using Spark.Runtime.Timers;
using Spark.Storage.Tests.Support;

namespace Spark.Storage.Tests.Sqlite;

public sealed class TimerTests
{
    [Fact]
    public async Task Conversations_are_taken_when_they_are_due_and_held_meanwhile()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var store = await TestStore.OpenAsync();
        var timers = store.Get<ITimerStore>();
        var now = store.Clock.GetUtcNow();
        var hold = TimeSpan.FromMinutes(1);
        for (var i = 0; i < 4; i++)
        {
            await store.CommitAsync(store.FirstTurn($"c{i}") with { WakeAt = now.AddSeconds(3 - i) });
        }

        var early = await timers.TakeDueAsync(TestStore.Node, now.AddSeconds(-1), hold, 9, cancellation);
        var page = await timers.TakeDueAsync(TestStore.Node, now.AddSeconds(2), hold, 2, cancellation);
        var rest = await timers.TakeDueAsync(TestStore.Node, now.AddSeconds(2), hold, 2, cancellation);
        await timers.RearmAsync(page.Due[0], 1, null, cancellation);
        await timers.RearmAsync(page.Due[1], 1, now.AddSeconds(2), cancellation);
        await timers.RearmAsync(page.Due[1], 1, now.AddSeconds(9), cancellation);
        var again = await timers.TakeDueAsync(TestStore.Node, now.AddSeconds(2), hold, 2, cancellation);

        early.Due.ShouldBeEmpty();
        early.NextAt.ShouldBe(now);
        page.Due.Select(wake => wake.ExternalId).ShouldBe(["c3", "c2"]);
        page.NextAt.ShouldBe(now.AddSeconds(2));
        rest.Due.Select(wake => wake.ExternalId).ShouldBe(["c1"]);
        rest.NextAt.ShouldBe(now.AddSeconds(3));
        again.Due.Select(wake => wake.ExternalId).ShouldBe(["c2"], "the second move came too late");
        store.Scalar("SELECT count(*) FROM timers").ShouldBe("3");
    }

    [Fact]
    public async Task A_turn_moves_and_ends_its_row_only_when_that_changes_something()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var store = await TestStore.OpenAsync();
        var at = store.Clock.GetUtcNow().AddHours(1);
        var first = store.FirstTurn("c1") with { WakeAt = at };
        await store.CommitAsync(first);
        (await store.Conversations.LoadAsync(first.Key, [], cancellation)).WakeAt.ShouldBe(at);

        store.Run("UPDATE timers SET due_at = 1");
        var second = store.NextTurn(first) with { WokenAt = at, WakeAt = at };
        await store.CommitAsync(second);
        store.Scalar("SELECT due_at FROM timers").ShouldBe("1", "nothing was to be changed");
        await store.CommitAsync(store.NextTurn(second) with { WokenAt = at, WakeAt = null });

        store.Scalar("SELECT count(*) FROM timers").ShouldBe("0");
    }
}
