namespace Spark.Simulators.Sparkcentral.Clock;

/// <summary>
/// The time that every timer of the simulator goes by: the wall's, plus what a test has advanced it.
/// What has become due when it is advanced has run when <see cref="Advance"/> returns.
/// </summary>
internal sealed class SimulatorClock(TimeProvider wall) : TimeProvider
{
    private readonly HashSet<Alarm> alarms = [];
    private TimeSpan offset;

    public TimeSpan Offset
    {
        get
        {
            lock (Gate)
            {
                return offset;
            }
        }
    }

    internal Lock Gate { get; } = new();

    internal TimeProvider Wall => wall;

    public override DateTimeOffset GetUtcNow()
    {
        lock (Gate)
        {
            return wall.GetUtcNow() + offset;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Unlike a timer with a delay, an alarm cannot lose an advance that happens while it is being set.</summary>
    public IDisposable CallAt(DateTimeOffset deadline, Action callback)
    {
        var alarm = new Alarm(this, callback);
        alarm.SetTo(deadline);
        return alarm;
    }

    public async Task WaitUntilAsync(DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var alarm = CallAt(deadline, () => reached.TrySetResult());
        await reached.Task.WaitAsync(cancellationToken);
    }

    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Alarm[] waiting;
        lock (Gate)
        {
            offset += by;
            waiting = [.. alarms.OrderBy(alarm => alarm.DueAt)];
        }

        foreach (var alarm in waiting)
        {
            alarm.Look();
        }
    }

    internal void Keep(Alarm alarm) => alarms.Add(alarm);

    internal void Forget(Alarm alarm) => alarms.Remove(alarm);
}
