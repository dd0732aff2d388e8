using Microsoft.Extensions.Logging.Abstractions;
using Spark.Runtime.Outbox;
using Spark.Runtime.Outbox.Circuits;
using Spark.Testing;

namespace Spark.Runtime.Tests.Outbox.Circuits;

public sealed class CircuitTests : IDisposable
{
    private readonly ManualClock clock = new();
    private readonly Circuit circuit;

    public CircuitTests() => circuit = new("channel:web", new OutboxOptions(), clock, NullLogger.Instance);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => circuit.Dispose();

    [Fact]
    public void Failures_that_are_not_in_a_row_leave_it_closed()
    {
        for (var i = 0; i < 20; i++)
        {
            Pass().Fail(null);
            Pass().Fail(null);
            Pass().Succeed();
        }

        circuit.Report.State.ShouldBe(CircuitState.Closed);
    }

    [Fact]
    public async Task After_five_failures_it_opens_and_lets_one_try_after_five_seconds()
    {
        Open();
        circuit.TryEnter().ShouldBeNull();
        var first = circuit.EnterAsync(isRepeat: false, Token);
        var second = circuit.EnterAsync(isRepeat: false, Token);
        clock.Advance(TimeSpan.FromSeconds(4.9));
        first.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(0.1));

        using var probe = await first;
        circuit.Report.State.ShouldBe(CircuitState.HalfOpen);
        second.IsCompleted.ShouldBeFalse();
        probe.Succeed();
        (await second).Dispose();
        circuit.Report.ShouldBe(new("channel:web", CircuitState.Closed, clock.GetUtcNow()));
    }

    [Fact]
    public async Task It_stays_open_twice_as_long_each_time_up_to_a_minute()
    {
        Open();
        foreach (var seconds in new[] { 5, 10, 20, 40, 60, 60 })
        {
            var next = circuit.EnterAsync(isRepeat: false, Token);
            clock.Advance(TimeSpan.FromSeconds(seconds - 0.1));
            next.IsCompleted.ShouldBeFalse();
            clock.Advance(TimeSpan.FromSeconds(0.1));
            (await next).Fail(null);
        }
    }

    [Theory]
    [InlineData(20, 20)]
    [InlineData(600, 60)]
    public void What_the_far_side_asks_for_is_waited_up_to_a_minute(int asked, int waited)
    {
        Open(TimeSpan.FromSeconds(asked));
        circuit.WaitLeft().ShouldBe(TimeSpan.FromSeconds(waited));
    }

    [Fact]
    public async Task A_probe_that_is_given_back_goes_to_the_next()
    {
        Open();
        var first = circuit.EnterAsync(isRepeat: false, Token);
        var second = circuit.EnterAsync(isRepeat: false, Token);
        clock.Advance(TimeSpan.FromSeconds(5));
        (await first).Dispose();

        (await second).Succeed();
        circuit.Report.State.ShouldBe(CircuitState.Closed);
    }

    [Fact]
    public async Task Who_waits_no_longer_is_passed_over()
    {
        Open();
        using var leaving = new CancellationTokenSource();
        var first = circuit.EnterAsync(isRepeat: false, leaving.Token);
        var second = circuit.EnterAsync(isRepeat: false, Token);
        await leaving.CancelAsync();
        clock.Advance(TimeSpan.FromSeconds(5));

        await Should.ThrowAsync<OperationCanceledException>(first);
        (await second).Succeed();
    }

    [Fact]
    public void What_was_begun_before_it_opened_changes_nothing()
    {
        var before = Pass();
        Open();
        before.Succeed();
        circuit.Report.State.ShouldBe(CircuitState.Open);
    }

    [Fact]
    public void Repeated_tries_that_fail_do_not_open_it_while_others_are_taken()
    {
        Pass().Succeed();
        for (var i = 0; i < 100; i++)
        {
            Repeat().Fail(null);
        }

        circuit.Report.State.ShouldBe(CircuitState.Closed);
        clock.Advance(TimeSpan.FromSeconds(5));
        for (var i = 0; i < 5; i++)
        {
            Repeat().Fail(null);
        }

        circuit.Report.State.ShouldBe(CircuitState.Open);
    }

    [Fact]
    public async Task What_repeated_tries_alone_have_opened_is_tried_by_the_next_first_try_at_once()
    {
        for (var i = 0; i < 5; i++)
        {
            Repeat().Fail(null);
        }

        circuit.TryEnter(isRepeat: true).ShouldBeNull();
        using var probe = Pass();
        circuit.Report.State.ShouldBe(CircuitState.HalfOpen);
        var next = circuit.EnterAsync(isRepeat: false, Token);
        probe.Succeed();

        (await next).Dispose();
        circuit.Report.State.ShouldBe(CircuitState.Closed);
    }

    [Fact]
    public async Task When_a_first_try_has_failed_too_all_wait()
    {
        for (var i = 0; i < 5; i++)
        {
            Repeat().Fail(null);
        }

        Pass().Fail(null);
        var next = circuit.EnterAsync(isRepeat: false, Token);
        next.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(10));
        (await next).Succeed();
    }

    [Fact]
    public async Task A_first_try_that_waits_while_a_repeated_one_is_the_probe_is_the_next()
    {
        for (var i = 0; i < 5; i++)
        {
            Repeat().Fail(null);
        }

        clock.Advance(TimeSpan.FromSeconds(5));
        var probe = Repeat();
        var repeat = circuit.EnterAsync(isRepeat: true, Token);
        var first = circuit.EnterAsync(isRepeat: false, Token);
        first.IsCompleted.ShouldBeFalse();
        probe.Fail(null);

        (await first).Succeed();
        (await repeat).Dispose();
    }

    [Fact]
    public async Task First_tries_are_the_probe_before_repeated_ones()
    {
        Open();
        var repeat = circuit.EnterAsync(isRepeat: true, Token);
        var first = circuit.EnterAsync(isRepeat: false, Token);
        clock.Advance(TimeSpan.FromSeconds(5));

        repeat.IsCompleted.ShouldBeFalse();
        (await first).Succeed();
        (await repeat).Dispose();
    }

    private CircuitPass Repeat() => circuit.TryEnter(isRepeat: true).ShouldNotBeNull();

    private CircuitPass Pass() => circuit.TryEnter().ShouldNotBeNull();

    private void Open(TimeSpan? asked = null)
    {
        for (var i = 0; i < 5; i++)
        {
            Pass().Fail(asked);
        }

        circuit.Report.State.ShouldBe(CircuitState.Open);
    }
}
