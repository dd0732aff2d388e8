using Spark.Simulators.Sparkcentral.Clock;

namespace Spark.Simulators.Sparkcentral.Conversations;

/// <summary>A timer of a conversation; setting it again forgets the deadline before. Guarded by the tenant's lock.</summary>
internal sealed class Countdown
{
    private IDisposable? alarm;

    public DateTimeOffset? DueAt { get; private set; }

    public void Start(SimulatorClock clock, TimeSpan duration, Action<DateTimeOffset> expired)
    {
        Stop();
        var dueAt = clock.GetUtcNow() + duration;
        DueAt = dueAt;
        alarm = clock.CallAt(dueAt, () => expired(dueAt));
    }

    public void Stop()
    {
        alarm?.Dispose();
        alarm = null;
        DueAt = null;
    }
}
