using System.Globalization;
using Spark.Runtime.Turns;
using Spark.Testing;

namespace Spark.Runtime.Tests.Turns;

public sealed class FloodGuardTests
{
    private readonly ManualClock clock = new();

    [Fact]
    public void So_many_pass_at_once_and_then_so_many_a_second()
    {
        var guard = new FloodGuard(new() { MostASecond = 5, MostAtOnce = 10 }, clock);

        Passing(guard, "a", 30).ShouldBe(10);
        clock.Advance(TimeSpan.FromSeconds(1));
        Passing(guard, "a", 30).ShouldBe(5);
        clock.Advance(TimeSpan.FromSeconds(0.2));
        Passing(guard, "a", 30).ShouldBe(1);
        clock.Advance(TimeSpan.FromMinutes(1));
        Passing(guard, "a", 30).ShouldBe(10, "no more is saved up");
    }

    [Fact]
    public void Others_are_not_touched()
    {
        var guard = new FloodGuard(new() { MostASecond = 5, MostAtOnce = 10 }, clock);
        Passing(guard, "a", 100);

        Passing(guard, "b", 10).ShouldBe(10);
    }

    [Fact]
    public void It_tells_once_a_flood()
    {
        var guard = new FloodGuard(new() { MostASecond = 5, MostAtOnce = 10 }, clock);
        var told = 0;
        for (var second = 0; second < 10; second++)
        {
            told += Enumerable.Range(0, 30).Count(_ => !guard.TryTake("web", "a", out var isFirst) && isFirst);
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        told.ShouldBe(1);
        clock.Advance(TimeSpan.FromMinutes(1));
        told += Enumerable.Range(0, 30).Count(_ => !guard.TryTake("web", "a", out var isFirst) && isFirst);
        told.ShouldBe(2);
    }

    [Fact]
    public void It_keeps_only_those_that_wrote_lately()
    {
        var guard = new FloodGuard(new() { MostASecond = 20, MostAtOnce = 200 }, clock);
        for (var i = 0; i < 200_000; i++)
        {
            guard.TryTake("web", i.ToString(CultureInfo.InvariantCulture), out _).ShouldBeTrue();
            clock.Advance(TimeSpan.FromMilliseconds(0.1));
        }

        guard.Count.ShouldBeLessThan(40_000);
    }

    [Fact]
    public void Zero_lets_everything_pass()
    {
        var guard = new FloodGuard(new() { MostASecond = 0 }, clock);

        Passing(guard, "a", 10_000).ShouldBe(10_000);
        guard.Count.ShouldBe(0);
    }

    private static int Passing(FloodGuard guard, string person, int count) =>
        Enumerable.Range(0, count).Count(_ => guard.TryTake("web", person, out var _));
}
