using Spark.Testing;

namespace Spark.Abstractions.Tests.Testing;

/// <summary>The clock that tests move.</summary>
public sealed class ManualClockTests
{
    private readonly ManualClock clock = new();

    [Fact]
    public void Time_stands_still_until_it_is_moved()
    {
        var before = clock.GetUtcNow();
        clock.GetUtcNow().ShouldBe(before);
        clock.Advance(TimeSpan.FromMinutes(5));
        clock.GetUtcNow().ShouldBe(before + TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void Timers_fire_in_the_order_in_which_they_are_due_and_see_their_own_time()
    {
        var fired = new List<(string Name, DateTimeOffset At)>();
        var start = clock.GetUtcNow();
        using var late = clock.CreateTimer(_ => fired.Add(("late", clock.GetUtcNow())), null, TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan);
        using var early = clock.CreateTimer(_ => fired.Add(("early", clock.GetUtcNow())), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        clock.Advance(TimeSpan.FromSeconds(3));
        fired.ShouldBe([("early", start + TimeSpan.FromSeconds(1)), ("late", start + TimeSpan.FromSeconds(2))]);
    }

    [Fact]
    public void A_period_fires_again_and_a_disposed_timer_no_more()
    {
        var fired = 0;
        var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromSeconds(3));
        fired.ShouldBe(3);
        timer.Dispose();
        clock.Advance(TimeSpan.FromSeconds(3));
        fired.ShouldBe(3);
    }

    [Fact]
    public async Task A_delay_ends_when_the_clock_has_moved()
    {
        var delay = Task.Delay(TimeSpan.FromHours(1), clock, TestContext.Current.CancellationToken);
        delay.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromHours(1));
        await delay;
    }
}
