namespace Spark.Actions.OpeningHours;

/// <summary>What expressions of the step see.</summary>
internal sealed record OpeningHoursOutput
{
    /// <summary>True when it is open.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>When it closes next (ISO 8601); null when it is closed.</summary>
    public string? ClosesAt { get; init; }

    /// <summary>When it opens next (ISO 8601); null when it is open, or does not open within a year.</summary>
    public string? OpensAt { get; init; }

    /// <summary>The time at which it closes or opens next, as people write it: with the day, unless that is today.</summary>
    public string? ChangesText { get; init; }
}
