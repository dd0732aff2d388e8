namespace Spark.Understanding.Values.Moments;

/// <summary>Days around today. A date whose year is not said is the next one, or the latest where the past is meant; today included.</summary>
internal sealed class Calendar(DateOnly today, MomentPreference prefer)
{
    private const int YearsAhead = 20;

    public DateOnly Today => today;

    /// <summary>The date; null when there is no such day.</summary>
    public static DateOnly? Date(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    public DateOnly? Upcoming(int month, int day)
    {
        // Eight years reach the next 29 February across the turn of a century.
        for (int away = 0; away <= 8; away++)
        {
            if (Date(IsPast ? today.Year - away : today.Year + away, month, day) is { } date && IsMeant(date))
            {
                return date;
            }
        }

        return null;
    }

    public DateOnly? UpcomingDay(int day)
    {
        for (int away = 0; away <= 2; away++)
        {
            int month = (today.Year * 12) + today.Month - 1 + (IsPast ? -away : away);
            if (Date(month / 12, (month % 12) + 1, day) is { } date && IsMeant(date))
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>A year in two digits lies at most twenty years ahead, or not ahead at all where the past is meant.</summary>
    public int FullYear(int shortYear)
    {
        int year = (today.Year / 100 * 100) + shortYear;
        return year > today.Year + (IsPast ? 0 : YearsAhead) ? year - 100 : year;
    }

    public DateOnly? After(int days) => today.DayNumber + days is >= 0 and var number && number <= DateOnly.MaxValue.DayNumber
        ? DateOnly.FromDayNumber(number)
        : null;

    /// <summary>The first such day after today; the last one before it where the past is meant.</summary>
    public DateOnly? Coming(DayOfWeek weekday) => IsPast ? Last(weekday) : After((((int)weekday - (int)today.DayOfWeek + 6) % 7) + 1);

    /// <summary>The latest such day before today.</summary>
    public DateOnly? Last(DayOfWeek weekday) => After(-((((int)today.DayOfWeek - (int)weekday + 6) % 7) + 1));

    /// <summary>The day in the week that lies so many weeks from this one; a week begins on Monday.</summary>
    public DateOnly? InWeek(DayOfWeek weekday, int weeks) => After(Monday(weekday) - Monday(today.DayOfWeek) + (7 * weeks));

    private bool IsPast => prefer == MomentPreference.Past;

    private bool IsMeant(DateOnly date) => IsPast ? date <= today : date >= today;

    private static int Monday(DayOfWeek weekday) => ((int)weekday + 6) % 7;
}
