using System.Globalization;

namespace Spark.Understanding.Entities.Moments;

/// <summary>One end of a range between two days or periods.</summary>
/// <param name="Timex">The day in TIMEX3.</param>
/// <param name="Past">The one in the past.</param>
/// <param name="Future">The one in the future.</param>
/// <param name="Unit">What it was said in: <c>Y</c>, <c>M</c>, <c>D</c>.</param>
internal sealed record RangeEnd(string Timex, DateTime Past, DateTime Future, string Unit)
{
    public int? Year { get; init; }

    public int? Month { get; init; }

    public int? Number { get; init; }

    public int? Weekday { get; init; }

    public static RangeEnd? Of(object value) => value switch
    {
        Day { IsRelative: true, Past: { } today } => new(MomentFormat.Date(today), today, today, "D"),
        Day { Past: { } past, Future: { } future } day => new(day.Timex, past, future, "D") { Year = day.Year, Month = day.Month, Number = day.Number, Weekday = day.Weekday },
        DayRange { Past: { } past, Future: { } future } range => Of(range, past, future),
        _ => null,
    };

    /// <summary>The same day or month in a year.</summary>
    public RangeEnd In(int year)
    {
        DateTime? day = Reference.Make(year, Month!.Value, Number ?? 1);
        return day is null ? this : this with { Timex = MomentFormat.Date(day.Value), Past = day.Value, Future = day.Value, Year = year };
    }

    private static RangeEnd Of(DayRange range, (DateTime Start, DateTime End) past, (DateTime Start, DateTime End) future)
    {
        // "The middle of 2007" is one day of it, "the end of 2008" the day behind it.
        DateTime first = PointOf(range, past);
        DateTime second = PointOf(range, future);
        string timex = range.Timex.StartsWith("XXXX", StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"XXXX-{first.Month:00}-{first.Day:00}")
            : MomentFormat.Date(first);
        string unit = range.Modifier is not null && range.Unit == "Y" ? "M" : range.Unit == "W" ? "D" : range.Unit;
        return new(timex, first, second, unit) { Year = range.Year, Month = range.Month };
    }

    private static DateTime PointOf(DayRange range, (DateTime Start, DateTime End) cut)
    {
        return range.Modifier switch
        {
            "end" => cut.End,
            "mid" when range.Unit == "Y" => new DateTime(cut.Start.Year, 7, 2),
            "mid" when range.Unit == "M" => new DateTime(cut.Start.Year, cut.Start.Month, 16),
            _ => cut.Start,
        };
    }
}
