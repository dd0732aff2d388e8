namespace Spark.Simulators.Teams.Tests.Support;

/// <summary>A clock that stands: whatever happens, happens at the same instant. Its timers go by the machine's.</summary>
internal sealed class StandingClock : TimeProvider
{
    private readonly DateTimeOffset now = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => now;
}
