namespace Spark.Understanding.Entities.Moments;

/// <summary>Some days in a row, with the latest that may be meant before the reference and the first behind it.</summary>
/// <param name="Timex">In TIMEX3, X for what was not said.</param>
/// <param name="Past">First day and the day behind the last; null when it cannot be told.</param>
/// <param name="Future">The same in the future; equal to <paramref name="Past"/> when only one can be meant.</param>
/// <param name="Unit">What it is counted in: <c>Y</c>, <c>M</c>, <c>W</c>, <c>D</c>.</param>
internal sealed record DayRange(string Timex, (DateTime Start, DateTime End)? Past, (DateTime Start, DateTime End)? Future, string Unit)
{
    public int? Year { get; init; }

    public int? Month { get; init; }

    public string? Modifier { get; init; }

    /// <summary>Whether it is a stretch between two ends, which no further word can cut ("the end of March to May").</summary>
    public bool IsStretch { get; init; }

    /// <summary>In TIMEX3 for the future one, where its length is another ("to 5 March" in a leap year).</summary>
    public string? FutureTimex { get; init; }

    /// <summary>The days that count, where not all do.</summary>
    public string? Days { get; init; }

    /// <summary>Whether it was counted from the one that holds the reference: "next year".</summary>
    public bool IsCounted { get; init; }

    /// <summary>Whether it is the period that holds the reference: "this month", "the year".</summary>
    public bool IsCurrent { get; init; }

    public IEnumerable<(DateTime Start, DateTime End)> Ranges =>
        Past is null || Future is null ? [] : Past == Future ? [Past.Value] : [Past.Value, Future.Value];

    public static DayRange Of(string timex, DateTime start, DateTime end, string unit) => new(timex, (start, end), (start, end), unit);
}
