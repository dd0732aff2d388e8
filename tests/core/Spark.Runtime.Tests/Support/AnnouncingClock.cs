using Spark.Testing;

namespace Spark.Runtime.Tests.Support;

/// <summary>A clock that stands until it is moved, and tells when somebody sets a timer.</summary>
public sealed class AnnouncingClock : TimeProvider
{
    private readonly ManualClock clock = new();
    private TimeSpan ahead;

    public Announcements<TimeSpan> Timers { get; } = new();

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + ahead;

    public override long GetTimestamp() => clock.GetTimestamp();

    /// <summary>Sets the clock, as an operator or a time server does: no time passes by it.</summary>
    public void Jump(TimeSpan by) => ahead += by;

    public void Advance(TimeSpan by) => clock.Advance(by);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new AnnouncedTimer(clock.CreateTimer(callback, state, dueTime, period), Timers);
        Timers.Add(dueTime);
        return timer;
    }

    private sealed class AnnouncedTimer(ITimer inner, Announcements<TimeSpan> timers) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var isSet = inner.Change(dueTime, period);
            timers.Add(dueTime);
            return isSet;
        }

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
