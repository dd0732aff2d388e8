namespace Spark.Understanding.Entities.Moments;

/// <summary>A time of the day with an end, in all ways to take it.</summary>
/// <param name="Ways">Start and end, with the TIMEX3 of both; an end before its start is on the next day.</param>
internal sealed record ClockRange(IReadOnlyList<(Clock Start, Clock End, string? EndTimex)> Ways)
{
    /// <summary>How long the first way takes.</summary>
    public static TimeSpan LengthOf((Clock Start, Clock End, string? EndTimex) way) =>
        way.End.Time > way.Start.Time ? way.End.Time - way.Start.Time : way.End.Time - way.Start.Time + TimeSpan.FromDays(1);
}
