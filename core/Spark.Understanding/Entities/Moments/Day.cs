namespace Spark.Understanding.Entities.Moments;

/// <summary>A day as it was said, with the latest that it may mean before the reference and the first behind it.</summary>
/// <param name="Timex">The day in TIMEX3, X for what was not said.</param>
/// <param name="Past">The one in the past; null when there is no such day.</param>
/// <param name="Future">The one in the future; the same as <paramref name="Past"/> when only one can be meant.</param>
internal sealed record Day(string Timex, DateTime? Past, DateTime? Future)
{
    public int? Year { get; init; }

    public int? Month { get; init; }

    public int? Number { get; init; }

    /// <summary>Day of the week, 1 for Monday, where it was said without a date.</summary>
    public int? Weekday { get; init; }

    /// <summary>What was said of it besides: <c>approx</c>, <c>start</c>.</summary>
    public string? Modifier { get; init; }

    /// <summary>Whether it was said by its distance from today ("tomorrow").</summary>
    public bool IsRelative { get; init; }

    /// <summary>Whether it was said by the name of a holiday, which no time joins.</summary>
    public bool IsHoliday { get; init; }

    public bool IsOpen => Past != Future;

    /// <summary>The days it may mean, the past one first.</summary>
    public IEnumerable<DateTime> Days => Past is null || Future is null ? [] : IsOpen ? [Past.Value, Future.Value] : [Past.Value];

    public static Day Of(DateTime day) => new(MomentFormat.Date(day), day.Date, day.Date) { Year = day.Year, Month = day.Month, Number = day.Day };
}
