namespace Spark.Understanding.Entities.Moments;

/// <summary>One way to take a moment.</summary>
/// <param name="Timex">In TIMEX3.</param>
/// <param name="Start">The moment, or the first of a range; null where a range is open.</param>
/// <param name="End">The first moment behind a range; null where it is open.</param>
/// <param name="Value">What stands in place of both: the seconds of a duration.</param>
internal sealed record MomentWay(string Timex, DateTime? Start, DateTime? End, string? Value = null)
{
    /// <summary>The days of a range that count, where not all do.</summary>
    public string? Days { get; init; }
}
