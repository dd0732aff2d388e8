namespace Spark.Testing.Hosts;

/// <summary>A clock that stands where it was put.</summary>
internal sealed class VirtualClock : TimeProvider
{
    /// <summary>Where it stands first: a Monday morning.</summary>
    public static readonly DateTimeOffset Beginning = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private DateTimeOffset now = Beginning;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;

    /// <inheritdoc/>
    public override long GetTimestamp() => now.UtcTicks;

    /// <summary>Moves it on; never back.</summary>
    public void MoveTo(DateTimeOffset time) => now = time > now ? time : now;
}
