using System.Globalization;

namespace Spark.Understanding.Entities.Moments;

/// <summary>Periods of the calendar: months, years, weeks, and their parts.</summary>
internal static class Periods
{
    public static DayRange? Month(Reference now, int month, int? year)
    {
        if (year is { } said)
        {
            return said is < 1 or > 9000 ? null : DayRange.Of(Timex(said, month), new(said, month, 1), new DateTime(said, month, 1).AddMonths(1), "M") with { Year = year, Month = month };
        }

        int future = month < now.Now.Month ? now.Now.Year + 1 : now.Now.Year;
        int past = month >= now.Now.Month ? now.Now.Year - 1 : now.Now.Year;
        DateTime first = new(past, month, 1);
        DateTime second = new(future, month, 1);
        return new($"XXXX-{month:00}", (first, first.AddMonths(1)), (second, second.AddMonths(1)), "M") { Month = month };
    }

    /// <summary>"This May", "next May".</summary>
    public static DayRange? Month(Reference now, int month, string which)
    {
        int year = which switch
        {
            "0" => now.Now.Year,
            "1" or "up" => month > now.Now.Month ? now.Now.Year : now.Now.Year + 1,
            _ => month < now.Now.Month ? now.Now.Year : now.Now.Year - 1,
        };
        return Month(now, month, year);
    }

    public static DayRange? Year(int year) =>
        year is < 1 or > 9000 ? null : DayRange.Of(year.ToString("0000", CultureInfo.InvariantCulture), new(year, 1, 1), new(year + 1, 1, 1), "Y") with { Year = year };

    public static DayRange Week(DateTime day)
    {
        DateTime monday = Reference.Monday(day);
        return DayRange.Of(WeekTimex(monday), monday, monday.AddDays(7), "W");
    }

    /// <summary>A period counted from the one that holds today: "next week", "this month". Null for units that no calendar has.</summary>
    public static DayRange? Relative(Reference now, string unit, int offset)
    {
        DateTime today = now.Today;
        DateTime month = new(today.Year, today.Month, 1);
        DateTime quarter = month.AddMonths((3 * offset) - ((month.Month - 1) % 3));
        DateTime decade = new DateTime(today.Year - (today.Year % 10), 1, 1).AddYears(10 * offset);
        DateTime monday = Reference.Monday(today).AddDays(7 * offset);
        DayRange? range = unit switch
        {
            "Y" => Year(today.Year + offset),
            "M" => Month(now, month.AddMonths(offset).Month, month.AddMonths(offset).Year),
            "W" => Week(monday),
            "FN" => Between(monday.AddDays(offset < 0 ? -7 : 0), monday.AddDays(offset < 0 ? 7 : 14), "P2W", "W"),
            "WE" => DayRange.Of(WeekTimex(monday) + "-WE", monday.AddDays(5), monday.AddDays(7), "W"),
            "BW" => DayRange.Of(WeekTimex(monday), monday, monday.AddDays(5), "W"),
            "Q" => Between(quarter, quarter.AddMonths(3), "P3M", "M"),
            "DEC" => Between(decade, decade.AddYears(10), "P10Y", "Y"),
            "CEN" => Between(new(((today.Year / 100) + offset) * 100, 1, 1), new(((today.Year / 100) + offset + 1) * 100, 1, 1), "P100Y", "Y"),
            _ => null,
        };
        return range is null ? null : range with { IsCurrent = offset == 0, IsCounted = true };
    }

    public static DayRange Between(DateTime start, DateTime end, string length, string unit) =>
        DayRange.Of($"({MomentFormat.Date(start)},{MomentFormat.Date(end)},{length})", start, end, unit) with { IsStretch = true };

    /// <summary>The n-th week of a period, from the first week that has most of its days there; the last one for zero.</summary>
    public static DateTime NthWeek((DateTime Start, DateTime End) period, int nth)
    {
        DateTime thursday = period.Start.AddDays((11 - Reference.IsoWeekday(period.Start)) % 7);
        DateTime last = period.End.AddDays(-1);
        DateTime lastThursday = last.AddDays(-((Reference.IsoWeekday(last) + 3) % 7));
        return Reference.Monday(nth == 0 ? lastThursday : thursday.AddDays(7 * (nth - 1)));
    }

    public static string WeekTimex(DateTime monday) => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(monday)}-W{ISOWeek.GetWeekOfYear(monday):00}");

    /// <summary>The beginning, the middle or the end of a period.</summary>
    public static DayRange At(DayRange range, string edge)
    {
        bool isThirds = range.Unit == "Y" && range is { IsCounted: false, Year: not null };
        return range with { Past = Cut(range.Past, range.Unit, edge, isThirds), Future = Cut(range.Future, range.Unit, edge, isThirds), Modifier = edge };
    }

    /// <summary>The first or second half of a period; of the one that holds today only what is before or behind today.</summary>
    public static DayRange Half(Reference now, DayRange range, string edge)
    {
        DayRange half = At(range with { Year = null }, edge);
        if (!range.IsCurrent || half.Past is not { } cut)
        {
            return half;
        }

        (DateTime Start, DateTime End) rest = edge == "start"
            ? (cut.Start, now.Today < cut.End && now.Today > cut.Start ? now.Today : cut.End)
            : (now.Today > cut.Start ? now.Today : cut.Start, cut.End);
        return half with { Past = rest, Future = rest, Modifier = null };
    }

    private static (DateTime Start, DateTime End)? Cut((DateTime Start, DateTime End)? range, string unit, string edge, bool isThirds)
    {
        if (range is not { } whole)
        {
            return null;
        }

        (DateTime early, DateTime late) = unit switch
        {
            "Y" => (whole.Start.AddMonths(4), whole.Start.AddMonths(8)),
            "M" => (whole.Start.AddDays(9), whole.Start.AddDays(20)),
            _ => (whole.Start.AddDays(2), whole.Start.AddDays(5)),
        };
        DateTime middle = unit switch
        {
            "Y" => whole.Start.AddMonths(6),
            "M" => whole.Start.AddDays(15),
            _ => whole.Start.AddDays(3),
        };
        return edge switch
        {
            "start" => (whole.Start, isThirds ? early : middle),
            "end" => (isThirds ? late : middle, whole.End),
            _ => (early, late),
        };
    }

    private static string Timex(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}");
}
