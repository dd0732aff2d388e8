using Spark.Simulators.Sparkcentral.Clock;

namespace Spark.Simulators.Sparkcentral.Tests.Clock;

public sealed class SimulatorClockTests
{
    private readonly SimulatorClock clock = new(TimeProvider.System);

    [Fact]
    public void What_has_become_due_has_run_when_the_clock_has_been_advanced()
    {
        var ran = new List<string>();
        using var later = clock.CallAt(clock.GetUtcNow().AddHours(2), () => ran.Add("two hours"));
        using var sooner = clock.CallAt(clock.GetUtcNow().AddHours(1), () => ran.Add("one hour"));
        using var never = clock.CallAt(clock.GetUtcNow().AddHours(4), () => ran.Add("four hours"));

        clock.Advance(TimeSpan.FromHours(3));

        ran.ShouldBe(["one hour", "two hours"]);
    }

    [Fact]
    public void A_deadline_that_has_passed_is_due_at_once()
    {
        var ran = 0;
        using var alarm = clock.CallAt(clock.GetUtcNow().AddSeconds(-1), () => ran++);

        ran.ShouldBe(1);
    }

    [Fact]
    public void A_disposed_alarm_is_silent()
    {
        var ran = 0;
        clock.CallAt(clock.GetUtcNow().AddHours(1), () => ran++).Dispose();

        clock.Advance(TimeSpan.FromHours(2));

        ran.ShouldBe(0);
    }

    [Fact]
    public async Task Waits_and_time_limits_of_the_framework_go_by_it_too()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromHours(1), clock);
        var delay = Task.Delay(TimeSpan.FromHours(1), clock, TestContext.Current.CancellationToken);
        var wait = clock.WaitUntilAsync(clock.GetUtcNow().AddHours(1), TestContext.Current.CancellationToken);

        clock.Advance(TimeSpan.FromHours(1));

        await Task.WhenAll(delay, wait).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        limit.IsCancellationRequested.ShouldBeTrue();
        clock.Offset.ShouldBe(TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task Without_an_advance_the_walls_time_is_enough() =>
        await clock.WaitUntilAsync(clock.GetUtcNow().AddMilliseconds(20), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
}
