namespace Spark.Actions.GetTime;

/// <summary>What expressions of the step see.</summary>
internal sealed record GetTimeOutput
{
    /// <summary>The zone's own time.</summary>
    public required ClockReading Local { get; init; }

    /// <summary>The same moment in UTC.</summary>
    public required ClockReading Utc { get; init; }

    /// <summary>The zone.</summary>
    public required string Zone { get; init; }

    /// <summary>How far the zone is before UTC at that moment, in minutes.</summary>
    public required int OffsetMinutes { get; init; }

    /// <summary>True while daylight saving holds.</summary>
    public required bool IsDaylightSaving { get; init; }

    /// <summary>The zone's time as people of the locale write it.</summary>
    public required string Text { get; init; }
}
