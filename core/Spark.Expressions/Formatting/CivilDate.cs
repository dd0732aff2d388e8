using Spark.Expressions.Values;

namespace Spark.Expressions.Formatting;

/// <summary>A moment in its calendar fields: proleptic Gregorian, any year that the language's numbers can say.</summary>
internal sealed class CivilDate
{
    private const double LargestMillis = 8.64e15;
    private const long DayMillis = 86_400_000;

    public CivilDate(double millis)
    {
        if (!(Math.Abs(millis) <= LargestMillis))
        {
            throw Failure.New("U1010", $"{NumberText.Format(millis)} milliseconds are no date");
        }

        Millis = (long)Math.Truncate(millis);
        Day = Math.DivRem(Millis, DayMillis, out var time);
        if (time < 0)
        {
            Day--;
            time += DayMillis;
        }

        (Year, Month, DayOfMonth) = FromDays(Day);
        Hour = (int)(time / 3_600_000);
        Minute = (int)(time / 60_000 % 60);
        Second = (int)(time / 1000 % 60);
        Millisecond = (int)(time % 1000);
    }

    public long Millis { get; }

    /// <summary>Days since 1970.</summary>
    public long Day { get; }

    public long Year { get; }

    /// <summary>From 1.</summary>
    public int Month { get; }

    public int DayOfMonth { get; }

    public int Hour { get; }

    public int Minute { get; }

    public int Second { get; }

    public int Millisecond { get; }

    public long DayOfYear => Day - ToDays(Year, 1, 1) + 1;

    /// <summary>Monday is 1, Sunday 7.</summary>
    public int DayOfWeek => DayOfWeekOf(Day);

    /// <summary>The ISO week of the year, and the year that it belongs to.</summary>
    public (long Week, long Year) WeekOfYear()
    {
        var year = Day < FirstWeek(Year, 1) ? Year - 1 : Day >= FirstWeek(Year + 1, 1) ? Year + 1 : Year;
        return (((Day - FirstWeek(year, 1)) / 7) + 1, year);
    }

    /// <summary>The week of the month by the same rule, and the month that it belongs to.</summary>
    public (long Week, int Month) WeekOfMonth()
    {
        var (year, month) = (Year, Month);
        if (Day < FirstWeek(year, month))
        {
            (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1);
        }
        else
        {
            var (nextYear, nextMonth) = month == 12 ? (year + 1, 1) : (year, month + 1);
            (year, month) = Day >= FirstWeek(nextYear, nextMonth) ? (nextYear, nextMonth) : (year, month);
        }

        return (((Day - FirstWeek(year, month)) / 7) + 1, month);
    }

    /// <summary>Milliseconds of fields that may lie beyond their usual range, as ECMAScript's Date.UTC counts them.</summary>
    public static double ToMillis(double year, double month, double day, double hour, double minute, double second, double millisecond)
    {
        var months = (year * 12) + month - 1;
        if (!(Math.Abs(months) < 4_000_000) || !(Math.Abs(day) < 1e9))
        {
            throw Failure.New("U1010", "The date is out of range");
        }

        var wholeYear = (long)Math.Floor(months / 12);
        var days = ToDays(wholeYear, (int)(months - (wholeYear * 12)) + 1, 1) + day - 1;
        return (((((((days * 24) + hour) * 60) + minute) * 60) + second) * 1000) + millisecond;
    }

    public static long ToDays(long year, int month, int day)
    {
        // Years that begin in March have their leap day last.
        var shifted = month <= 2 ? year - 1 : year;
        var era = (shifted >= 0 ? shifted : shifted - 399) / 400;
        var yearOfEra = shifted - (era * 400);
        var dayOfYear = (((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5) + day - 1;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return (era * 146_097) + dayOfEra - 719_468;
    }

    private static (long Year, int Month, int Day) FromDays(long days)
    {
        var shifted = days + 719_468;
        var era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097;
        var dayOfEra = shifted - (era * 146_097);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var monthFromMarch = ((5 * dayOfYear) + 2) / 153;
        var day = (int)(dayOfYear - (((153 * monthFromMarch) + 2) / 5) + 1);
        var month = (int)(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9);
        return (yearOfEra + (era * 400) + (month <= 2 ? 1 : 0), month, day);
    }

    private static int DayOfWeekOf(long day) => (int)(((((day + 3) % 7) + 7) % 7) + 1);

    // The Monday of the week that holds the first Thursday.
    private static long FirstWeek(long year, int month)
    {
        var first = ToDays(year, month, 1);
        var weekday = DayOfWeekOf(first);
        return weekday > 4 ? first + 8 - weekday : first - weekday + 1;
    }
}
