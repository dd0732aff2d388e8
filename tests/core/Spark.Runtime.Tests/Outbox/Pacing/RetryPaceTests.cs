using Spark.Runtime.Outbox.Pacing;
using Spark.Testing;

namespace Spark.Runtime.Tests.Outbox.Pacing;

public sealed class RetryPaceTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(15);

    private readonly ManualClock clock = new();
    private readonly RetryPace pace;

    public RetryPaceTests() => pace = new(new() { RetriesASecond = 10, MostSends = 64 }, clock);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => pace.Dispose();

    [Fact]
    public async Task Tries_in_vain_are_so_many_in_a_second()
    {
        var waits = Enter(200);
        var tries = 0;
        for (var tenth = 0; tenth <= 100; tenth++)
        {
            while (tries < waits.Count && waits[tries].IsOver)
            {
                (await PermitOf(waits[tries])).Spend();
                tries++;
            }

            // A second's worth at first.
            tries.ShouldBeInRange(9 + tenth, 10 + tenth);
            clock.Advance(TimeSpan.FromSeconds(0.1));
        }
    }

    [Fact]
    public async Task A_try_that_ends_its_message_gives_its_permit_to_the_next_without_a_wait()
    {
        foreach (var wait in Enter(1_000))
        {
            wait.IsOver.ShouldBeTrue();
            (await PermitOf(wait)).Dispose();
        }

        pace.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task Of_mixed_ends_only_those_in_vain_count()
    {
        var waits = Enter(1_000);
        var tries = 0;
        for (; tries < waits.Count && waits[tries].IsOver; tries++)
        {
            var permit = await PermitOf(waits[tries]);
            if (tries % 10 == 0)
            {
                permit.Spend();
            }
            else
            {
                permit.Dispose();
            }
        }

        tries.ShouldBeInRange(90, 100, "ten in vain");
    }

    [Fact]
    public async Task A_permit_is_put_down_once()
    {
        var waits = Enter(12);
        var permit = await PermitOf(waits[0]);
        permit.Spend();
        permit.Spend();
        permit.Dispose();

        waits.Count(wait => wait.IsOver).ShouldBe(10);
        (await PermitOf(waits[1])).Dispose();
        waits.Count(wait => wait.IsOver).ShouldBe(11);
    }

    [Fact]
    public void They_go_in_the_order_in_which_they_are_due_and_none_before()
    {
        var later = Enter(20, due: TimeSpan.FromSeconds(3));
        var sooner = Enter(10, due: TimeSpan.FromSeconds(2));

        clock.Advance(TimeSpan.FromSeconds(1.9));
        sooner.ShouldAllBe(wait => !wait.IsOver);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        sooner.ShouldAllBe(wait => wait.IsOver);
        clock.Advance(TimeSpan.FromSeconds(1.05));
        later.Count(wait => wait.IsOver).ShouldBe(10);
        later.Take(10).ShouldAllBe(wait => wait.IsOver);
    }

    [Fact]
    public async Task Calls_that_hang_leave_half_of_the_places_to_first_tries()
    {
        var waits = Enter(100);
        clock.Advance(TimeSpan.FromMinutes(1));
        waits.Count(wait => wait.IsOver).ShouldBe(32);

        (await PermitOf(waits[0])).Dispose();
        waits.Count(wait => wait.IsOver).ShouldBe(33);
    }

    [Fact]
    public async Task What_becomes_too_old_is_let_go_some_at_a_time_and_takes_no_permit()
    {
        // These have all the permits, and hang.
        clock.Advance(TimeSpan.FromSeconds(1));
        Enter(10);
        clock.Advance(TimeSpan.FromSeconds(1));
        Enter(10);
        clock.Advance(TimeSpan.FromSeconds(1));
        Enter(12);
        var waits = Enter(1_200, tooOld: TimeSpan.FromSeconds(20));

        clock.Advance(TimeSpan.FromSeconds(20));
        waits.ShouldAllBe(wait => !wait.IsOver, "they are just old enough");
        foreach (var over in new[] { 500, 1_000, 1_200 })
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            waits.Count(wait => wait.IsOver).ShouldBe(over);
        }

        foreach (var wait in waits)
        {
            (await PermitOf(wait)).ShouldBe(RetryPermit.Free);
        }
    }

    [Fact]
    public async Task A_stop_ends_the_wait_at_once()
    {
        using var stopping = new CancellationTokenSource();
        var waits = Enter(100);
        var ends = waits.Skip(10).Select(wait => wait.EndAsync(stopping.Token)).ToList();
        ends.ShouldAllBe(end => !end.IsCompleted);

        await stopping.CancelAsync();
        (await Task.WhenAll(ends)).ShouldAllBe(permit => permit == null);
        pace.Waiting.ShouldBe(0);
    }

    [Fact]
    public void Who_waits_no_longer_is_passed_over_at_no_cost()
    {
        var waits = Enter(40);
        foreach (var wait in waits.Skip(10).Take(20))
        {
            wait.TryEnd(RetryPermit.Free).ShouldBeTrue();
        }

        clock.Advance(TimeSpan.FromSeconds(1.01));
        waits.ShouldAllBe(wait => wait.IsOver);
    }

    private static async Task<RetryPermit> PermitOf(RetryWait wait)
    {
        wait.IsOver.ShouldBeTrue();
        return (await wait.EndAsync(Token)).ShouldNotBeNull();
    }

    private List<RetryWait> Enter(int count, TimeSpan due = default, TimeSpan? tooOld = null) =>
        [.. Enumerable.Range(0, count).Select(_ => pace.Enter(clock.GetUtcNow() + due, tooOld ?? Long))];
}
