using System.Globalization;

namespace Spark.Understanding.Entities.Moments;

/// <summary>
/// Holidays, as tables write them: <c>12-25</c>, <c>easter+1</c>, <c>11-4-4</c> for the fourth Thursday of November,
/// <c>11-4-4+1</c> for the day behind it.
/// </summary>
internal static class Holidays
{
    public static Day? Find(string rule, int? year, string? which, bool isOfYear, Reference now)
    {
        if (which is not null)
        {
            return isOfYear ? Of(rule, now.Now.Year + Reference.Offset(which)) : Next(rule, which, now);
        }

        if (year is { } said)
        {
            return Of(rule, said);
        }

        DateTime future = Find(rule, now.Now.Year) is var thisYear && thisYear >= now.Now ? thisYear : Find(rule, now.Now.Year + 1);
        DateTime past = thisYear < now.Now ? thisYear : Find(rule, now.Now.Year - 1);
        string timex = rule.Length == 5 ? $"XXXX-{rule}" : rule.StartsWith("easter", StringComparison.Ordinal) ? "XXXX" : $"XXXX-{rule[..2]}";
        return new Day(timex, past, future) { Month = rule.Length == 5 ? past.Month : null, Number = rule.Length == 5 ? past.Day : null, IsHoliday = true };
    }

    private static Day Of(string rule, int year) => Day.Of(Find(rule, year)) with { IsHoliday = true };

    private static Day Next(string rule, string which, Reference now)
    {
        DateTime day = Find(rule, now.Now.Year);
        int offset = Reference.Offset(which);
        int year = now.Now.Year + (offset > 0 && day < now.Today ? 1 : offset < 0 && day > now.Today ? -1 : 0);
        return Of(rule, year);
    }

    private static DateTime Find(string rule, int year)
    {
        int sign = rule.IndexOfAny(['+', '~']);
        int shift = sign < 0 ? 0 : int.Parse(rule[(sign + 1)..], CultureInfo.InvariantCulture) * (rule[sign] == '+' ? 1 : -1);
        string name = sign < 0 ? rule : rule[..sign];
        if (name == "easter")
        {
            return Easter(year).AddDays(shift);
        }

        int[] numbers = [.. name.Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        if (numbers is [var month, var day])
        {
            return new DateTime(year, month, Math.Min(day, DateTime.DaysInMonth(year, month))).AddDays(shift);
        }

        DateTime first = new(year, numbers[0], 1);
        DateTime start = first.AddDays((numbers[1] - Reference.IsoWeekday(first) + 7) % 7);
        DateTime found = numbers[2] == 0 ? start.AddDays(start.AddDays(28).Month == start.Month ? 28 : 21) : start.AddDays(7 * (numbers[2] - 1));
        return found.AddDays(shift);
    }

    // Anonymous Gregorian algorithm.
    private static DateTime Easter(int year)
    {
        int golden = year % 19;
        int century = year / 100;
        int epact = (century - (century / 4) - (((8 * century) + 13) / 25) + (19 * golden) + 15) % 30;
        int correction = epact - (epact / 28 * (1 - (29 / (epact + 1)) * ((21 - golden) / 11)));
        int weekday = (year + (year / 4) + correction + 2 - century + (century / 4)) % 7;
        int offset = correction - weekday;
        int month = 3 + ((offset + 40) / 44);
        return new DateTime(year, month, offset + 28 - (31 * (month / 4)));
    }
}
