using Spark.Runtime.Timers;
using Spark.Runtime.Turns;
using Spark.Storage.Tests.Conformance.Support;

namespace Spark.Storage.Tests.Conformance;

public abstract class TimerConformance : StorageConformance
{
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(1);

    private ITimerStore Timers => Stores.Get<ITimerStore>();

    private DateTimeOffset Now => Stores.Clock.GetUtcNow();

    [Fact]
    public async Task What_is_due_is_taken_the_longest_due_first()
    {
        for (var i = 0; i < 5; i++)
        {
            await ArmAsync($"c{i}", Now.AddMinutes(-i));
        }

        await ArmAsync("later", Now.AddMinutes(30));

        var page = await TakeAsync(3);

        page.Due.Select(wake => wake.ExternalId).ShouldBe(["c4", "c3", "c2"]);
        page.Due[0].ShouldBe(new(ConversationKey.Of("web", "c4"), "web", "c4", Now.AddMinutes(-4), Now + Hold));
        (await TakeAsync(3)).ShouldSatisfyAllConditions(
            rest => rest.Due.Select(wake => wake.ExternalId).ShouldBe(["c1", "c0"]));
        (await TakeAsync(3)).Due.ShouldBeEmpty("all are held");
    }

    [Fact]
    public async Task The_next_one_is_told()
    {
        (await TakeAsync(3)).NextAt.ShouldBeNull();
        await ArmAsync("later", Now.AddSeconds(30));

        var page = await TakeAsync(3);

        page.Due.ShouldBeEmpty();
        page.NextAt.ShouldBe(Now.AddSeconds(30));
    }

    [Fact]
    public async Task What_is_held_comes_again_after_the_hold()
    {
        await ArmAsync("c1", Now);
        (await TakeAsync(3)).Due.Count.ShouldBe(1);

        Stores.Clock.Advance(Hold);

        (await TakeAsync(3)).Due.ShouldHaveSingleItem().DueAt.ShouldBe(Now, "where it was held");
    }

    [Fact]
    public async Task A_wake_that_came_too_early_is_armed_again()
    {
        await ArmAsync("c1", Now);
        var wake = (await TakeAsync(3)).Due[0];

        await Timers.RearmAsync(wake, 1, Now.AddSeconds(5), Cancelled);

        (await TakeAsync(3)).NextAt.ShouldBe(Now.AddSeconds(5));
        Stores.Clock.Advance(TimeSpan.FromSeconds(5));
        var again = (await TakeAsync(3)).Due.ShouldHaveSingleItem();
        await Timers.RearmAsync(again, 1, null, Cancelled);
        (await TakeAsync(3)).NextAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_row_that_a_turn_has_moved_is_not_armed_again()
    {
        var turn = await ArmAsync("c1", Now);
        var wake = (await TakeAsync(3)).Due[0];
        await WriteAsync(Turns.After(turn) with { WokenAt = wake.HeldUntil, WakeAt = Now.AddSeconds(9) });

        await Timers.RearmAsync(wake, 2, Now.AddHours(1), Cancelled);
        (await TakeAsync(3)).NextAt.ShouldBe(Now.AddSeconds(9));
        await Timers.RearmAsync(wake, 2, null, Cancelled);

        (await TakeAsync(3)).NextAt.ShouldBe(Now.AddSeconds(9));
    }

    [Fact]
    public async Task What_was_taken_is_not_armed_by_who_does_not_know_the_newest_turn()
    {
        var turn = await ArmAsync("c1", Now);
        var wake = (await TakeAsync(3)).Due[0];
        await WriteAsync(Turns.After(turn) with { WokenAt = Now, WakeAt = Now });

        await Timers.RearmAsync(wake, 1, Now.AddHours(1), Cancelled);
        await Timers.RearmAsync(wake, 1, null, Cancelled);

        (await TakeAsync(3)).NextAt.ShouldBe(wake.HeldUntil);
    }

    [Fact]
    public async Task Of_nodes_that_take_at_once_one_gets_each_conversation()
    {
        for (var i = 0; i < 60; i++)
        {
            await ArmAsync($"c{i}", Now.AddSeconds(-i));
        }

        var pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => TakeAsync(10), Cancelled)));
        var rest = await TakeAsync(60);

        var taken = pages.Append(rest).SelectMany(page => page.Due).Select(wake => wake.ExternalId).ToList();
        taken.Count.ShouldBe(60);
        taken.Distinct().Count().ShouldBe(60);
    }

    private Task<TurnCommit> ArmAsync(string conversation, DateTimeOffset at) => WriteAsync(Turns.First(conversation) with { WakeAt = at });

    private async Task<WakePage> TakeAsync(int limit) => await Timers.TakeDueAsync(Node, Now, Hold, limit, Cancelled);
}
