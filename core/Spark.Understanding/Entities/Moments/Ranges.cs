using System.Globalization;

namespace Spark.Understanding.Entities.Moments;

/// <summary>Ranges between two ends.</summary>
internal static class Ranges
{
    /// <summary>From one day or period to another; null when the end is before the start whatever year is meant.</summary>
    public static DayRange? Between(object from, object to)
    {
        if (RangeEnd.Of(from) is not { } start || RangeEnd.Of(to) is not { } end)
        {
            return IsImpossible(from, to) ? Impossible((Day)from, (Day)to) : null;
        }

        if (start.Timex.StartsWith("XXXX-XX", StringComparison.Ordinal) && end.Timex.StartsWith("XXXX-XX", StringComparison.Ordinal))
        {
            return null;
        }

        // "1 August - 2019" is a date.
        bool isYearOfStart = to is DayRange { Unit: "Y", Month: null, IsStretch: false, IsCounted: false, Modifier: null } && start is { Year: null, Month: not null };
        if (isYearOfStart)
        {
            return null;
        }

        if (start is { Month: 2, Number: 29, Year: null } && end.Month is not null)
        {
            return FromLeapDay(start, end);
        }

        (start, end) = ShareYear(start, end);
        if (end.Weekday is { } weekday && start.Weekday is null && start.Past == start.Future)
        {
            DateTime next = start.Past.AddDays((weekday - Reference.IsoWeekday(start.Past) + 7) % 7);
            end = end with { Timex = MomentFormat.Date(next), Past = next, Future = next };
        }

        (DateTime Start, DateTime End) past = (start.Past, end.Past < start.Past ? end.Future : end.Past);
        (DateTime Start, DateTime End) future = (start.Future > end.Future ? start.Past : start.Future, end.Future);
        if (past.End < past.Start && future.End >= future.Start)
        {
            past = future;
        }

        if (past.End < past.Start)
        {
            return null;
        }

        string ends = $"{start.Timex},{end.Timex}";
        return new DayRange($"({ends},{LengthOf(start.Unit, end.Unit, past)})", past, future, "D")
        {
            FutureTimex = $"({ends},{LengthOf(start.Unit, end.Unit, future)})",
            IsStretch = true,
            Year = end.Year,
        };
    }

    // "May to October 2020": the year is that of both, or the one before where the start comes later in the year.
    private static (RangeEnd Start, RangeEnd End) ShareYear(RangeEnd start, RangeEnd end)
    {
        if (end.Year is { } year && start is { Year: null, Month: not null })
        {
            RangeEnd shared = start.In(year);
            return (shared.Past > end.Past ? start.In(year - 1) : shared, end);
        }

        if (start.Year is { } first && end is { Year: null, Month: not null } && start.Past != default && !start.Timex.StartsWith('X') && start.Unit != "D")
        {
            RangeEnd shared = end.In(first);
            return (start, shared.Past < start.Past ? end.In(first + 1) : shared);
        }

        return (start, end);
    }

    // Of the 29th of February the year is known by the calendar alone.
    private static DayRange FromLeapDay(RangeEnd start, RangeEnd end)
    {
        if (end.Year is { } year)
        {
            string first = string.Create(CultureInfo.InvariantCulture, $"{year:0000}-02-29");
            return DateTime.IsLeapYear(year) && start.In(year).Past <= end.Past
                ? Periods.Between(start.In(year).Past, end.Past, $"P{(end.Past - start.In(year).Past).Days}D", "D")
                : new DayRange($"({first},{end.Timex},PXD)", null, null, "D") { IsStretch = true };
        }

        (DateTime Start, DateTime End) past = (start.Past, end.In(start.Past.Year).Past);
        (DateTime Start, DateTime End) future = (start.Future, end.In(start.Future.Year).Past);
        return new DayRange($"({start.Timex},{end.Timex},P{(past.End - past.Start).Days}D)", past, future, "D") { IsStretch = true };
    }

    private static bool IsImpossible(object from, object to) => from is Day { Month: not null } && to is Day { Year: not null };

    private static DayRange Impossible(Day from, Day to) =>
        new($"({(from.Year is null ? string.Create(CultureInfo.InvariantCulture, $"{to.Year:0000}-{from.Month:00}-{from.Number:00}") : from.Timex)},{to.Timex},PXD)", null, null, "D") { IsStretch = true };

    private static string LengthOf(string start, string end, (DateTime Start, DateTime End) range)
    {
        int months = ((range.End.Year - range.Start.Year) * 12) + range.End.Month - range.Start.Month;
        if (start == "Y" && end == "Y")
        {
            return $"P{range.End.Year - range.Start.Year}Y";
        }

        return start != "D" && end != "D" ? $"P{months}M" : $"P{(range.End - range.Start).Days}D";
    }
}
