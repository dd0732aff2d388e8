namespace Spark.Simulators.Sparkcentral.Clock;

/// <summary>One timer on the simulator's clock; looks at the clock when the wall's timer fires or the clock is advanced.</summary>
internal sealed class Alarm : ITimer
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly SimulatorClock clock;
    private readonly Action callback;
    private readonly ITimer wallTimer;
    private TimeSpan period = Timeout.InfiniteTimeSpan;

    public Alarm(SimulatorClock clock, Action callback)
    {
        this.clock = clock;
        this.callback = callback;
        wallTimer = clock.Wall.CreateTimer(_ => Look(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public DateTimeOffset? DueAt { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (clock.Gate)
        {
            this.period = period;
            Set(dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime);
        }

        Look();
        return true;
    }

    public void SetTo(DateTimeOffset deadline)
    {
        lock (clock.Gate)
        {
            Set(deadline);
        }

        Look();
    }

    /// <summary>Runs the callback when it is due, and otherwise asks the wall to look again later.</summary>
    public void Look()
    {
        lock (clock.Gate)
        {
            if (DueAt is not { } dueAt)
            {
                return;
            }

            var remaining = dueAt - clock.GetUtcNow();
            if (remaining > TimeSpan.Zero)
            {
                // Never less than a millisecond: a wall timer may fire a little before its time.
                var wait = remaining < LongestWait ? remaining + TimeSpan.FromMilliseconds(1) : LongestWait;
                wallTimer.Change(wait, Timeout.InfiniteTimeSpan);
                return;
            }

            Set(period > TimeSpan.Zero ? clock.GetUtcNow() + period : null);
        }

        callback();
        Look();
    }

    public void Dispose()
    {
        lock (clock.Gate)
        {
            Set(null);
        }

        wallTimer.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Set(DateTimeOffset? dueAt)
    {
        DueAt = dueAt;
        if (dueAt is null)
        {
            clock.Forget(this);
            return;
        }

        clock.Keep(this);
    }
}
