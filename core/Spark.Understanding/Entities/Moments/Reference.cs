using System.Globalization;

namespace Spark.Understanding.Entities.Moments;

/// <summary>The moment from which dates are told, and the days that are named from there.</summary>
/// <param name="now">The person's local clock.</param>
/// <param name="monthFirst">Whether 1/2 is the second of January.</param>
internal sealed class Reference(DateTime now, bool monthFirst)
{
    private const int FarthestYear = 9990;

    public DateTime Now => now;

    public DateTime Today => now.Date;

    public bool MonthFirst => monthFirst;

    /// <summary>A day of a month, in a year or in the nearest ones; without ways when no calendar has it; null when it is none.</summary>
    public Day? Date(int? year, int month, int number)
    {
        if (month is < 1 or > 12 || number is < 1 or > 31 || year is < 1 or > FarthestYear)
        {
            return null;
        }

        string timex = string.Create(CultureInfo.InvariantCulture, $"{(year is { } said ? said.ToString("0000", CultureInfo.InvariantCulture) : "XXXX")}-{month:00}-{number:00}");
        if (year is { } exact)
        {
            DateTime? day = Make(exact, month, number);
            return new Day(timex, day, day) { Year = year, Month = month, Number = number };
        }

        return new Day(timex, FindYear(month, number, -1), FindYear(month, number, 1)) { Month = month, Number = number };
    }

    /// <summary>"The 18th": of this month or the next, of this one or the last.</summary>
    public Day? DayOfMonth(int number)
    {
        if (number is < 1 or > 31)
        {
            return null;
        }

        DateTime first = new(now.Year, now.Month, 1);
        return new Day($"XXXX-XX-{number:00}", FindMonth(first, number, -1), FindMonth(first, number, 1)) { Number = number };
    }

    /// <summary>"Friday".</summary>
    public Day Weekday(int weekday)
    {
        DateTime thisWeek = Monday(Today).AddDays(weekday - 1);
        DateTime future = thisWeek < Today ? thisWeek.AddDays(7) : thisWeek;
        return new Day($"XXXX-WXX-{weekday}", future.AddDays(-7), future) { Weekday = weekday };
    }

    /// <summary>"Next Friday": that of another week; "coming" and "past" are the nearest.</summary>
    public Day Weekday(int weekday, string which)
    {
        DateTime day = Monday(Today).AddDays(weekday - 1);
        return Day.Of(which switch
        {
            "up" => day <= Today ? day.AddDays(7) : day,
            "down" => day >= Today ? day.AddDays(-7) : day,
            _ => day.AddDays(7 * Offset(which)),
        });
    }

    /// <summary>"Monday 21": the nearest days that are both; with an article ("Monday the 21st") the one of this month if there is one.</summary>
    public Day? Weekday(int weekday, int number, bool hasArticle)
    {
        DateTime? ofMonth = Make(now.Year, now.Month, number);
        bool fits = ofMonth is { } day && IsoWeekday(day) == weekday;
        if (fits && (hasArticle || ofMonth == Today))
        {
            return Day.Of(ofMonth!.Value);
        }

        DateTime? past = FindBoth(weekday, number, -1);
        DateTime? future = FindBoth(weekday, number, 1);
        return past is null || future is null ? null : new Day($"XXXX-WXX-{weekday}", past, future) { Number = number };
    }

    public static DateTime? Make(int year, int month, int number) =>
        year is >= 1 and <= FarthestYear && number <= DateTime.DaysInMonth(year, month) ? new DateTime(year, month, number) : null;

    public static DateTime Monday(DateTime day) => day.Date.AddDays(1 - IsoWeekday(day));

    public static int IsoWeekday(DateTime day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    /// <summary>How many periods away a word points.</summary>
    public static int Offset(string which) => which switch
    {
        "up" => 1,
        "down" => -1,
        _ => int.Parse(which, CultureInfo.InvariantCulture),
    };

    private DateTime? FindYear(int month, int number, int step)
    {
        for (int year = now.Year; Math.Abs(year - now.Year) <= 12; year += step)
        {
            if (Make(year, month, number) is { } day && (step > 0 ? day >= now : day < now))
            {
                return day;
            }
        }

        return null;
    }

    private DateTime? FindMonth(DateTime month, int number, int step)
    {
        for (int tries = 0; tries < 4; tries++)
        {
            if (Make(month.Year, month.Month, number) is { } day && (step > 0 ? day >= now : day < now))
            {
                return day;
            }

            month = month.AddMonths(step);
        }

        return null;
    }

    private DateTime? FindBoth(int weekday, int number, int step)
    {
        DateTime month = new(now.Year, now.Month, 1);
        for (int tries = 0; tries < 60; tries++)
        {
            if (Make(month.Year, month.Month, number) is { } day && IsoWeekday(day) == weekday && (step > 0 ? day >= Today : day < Today))
            {
                return day;
            }

            month = month.AddMonths(step);
        }

        return null;
    }
}
