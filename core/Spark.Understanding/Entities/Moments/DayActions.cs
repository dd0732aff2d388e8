using System.Globalization;
using Spark.Understanding.Entities.Rules;

namespace Spark.Understanding.Entities.Moments;

/// <summary>Days.</summary>
internal static class DayActions
{
    // A two-digit year up to here may be of this century or the last one.
    private const int OpenFrom = 30;
    private const int OpenTo = 40;

    public static Dictionary<string, Func<Captures, Reference, object?>> All { get; } = new(StringComparer.Ordinal)
    {
        ["day-month"] = (captures, now) => now.Date(YearOf(captures), captures.Whole("month") ?? captures.Whole("m") ?? 0, captures.Whole("d") ?? 0),
        ["compact-date"] = (captures, now) => Compact(captures.Word("n"), now),
        ["numeric-date"] = NumericDate,
        ["holiday"] = (captures, now) => Holidays.Find(captures.Word("holiday"), captures.Whole("y"), captures.Has("rel") ? captures.Word("rel") : null, captures.Has("unit"), now),
        ["dated"] = (captures, _) => captures.Find("date"),
        ["dated-near"] = (captures, now) => Near(captures.Get<Day>("date"), now, ofThisYear: true, captures.Word("rel")),
        ["dated-rel"] = (captures, now) => Near(captures.Get<Day>("date"), now, captures.Word("rel") == "0", captures.Word("rel")),
        ["weekday-number"] = (captures, now) => captures.Whole("d") is { } number ? now.Weekday(captures.Whole("weekday")!.Value, number, captures.Has("article")) : null,
        ["weekday"] = (captures, now) => captures.Has("rel") ? now.Weekday(captures.Whole("weekday")!.Value, Combined(captures)) : now.Weekday(captures.Whole("weekday")!.Value),
        ["weekday-of-week"] = (captures, now) => Day.Of(Reference.Monday(now.Today).AddDays((7 * Reference.Offset(captures.Word("rel"))) + captures.Whole("weekday")!.Value - 1)),
        ["relative-day"] = (captures, now) => Day.Of(now.Today.AddDays(int.Parse(captures.Word("relative-day"), CultureInfo.InvariantCulture))) with { IsRelative = true },
        ["ago"] = (captures, now) => Apart(captures, now, -1),
        ["in-lapse"] = (captures, now) => Apart(captures, now, 1),
        ["days-after"] = (captures, now) => Apart(captures, captures.Get<Day>("day"), now, 1),
        ["days-before"] = (captures, now) => Apart(captures, captures.Get<Day>("day"), now, -1),
        ["day-after"] = (captures, _) => captures.Get<Day>("day").Future is { } day ? Day.Of(day.AddDays(1)) : null,
        ["day-before"] = (captures, _) => captures.Get<Day>("day").Future is { } day ? Day.Of(day.AddDays(-1)) : null,
        ["weekday-after"] = WeekdayAfter,
        ["nth-weekday"] = NthWeekday,
        ["nth-day"] = NthDay,
        ["nth-day-rel"] = (captures, now) => Reference.Make(MonthOf(captures, now).Year, MonthOf(captures, now).Month, captures.Whole("d")!.Value) is { } day ? Day.Of(day) : null,
        ["day-of-this-month"] = (captures, now) => captures.Whole("d") is { } number && Reference.Make(now.Now.Year, now.Now.Month, number) is { } day ? Day.Of(day) : null,
        ["lone-day"] = (captures, now) => captures.Whole("d") is { } number ? now.DayOfMonth(number) : now.DayOfMonth(captures.Whole("digits") ?? 0),
        ["loose"] = (captures, _) => captures.Find("loosedate"),
    };

    public static Day? NthWeekday(Captures captures, Reference now)
    {
        var period = captures.Get<DayRange>("period");
        int nth = captures.Whole("nth")!.Value;
        int weekday = captures.Whole("weekday")!.Value;
        DateTime? Find((DateTime Start, DateTime End)? range)
        {
            if (range is not { } whole)
            {
                return null;
            }

            DateTime first = whole.Start.AddDays((weekday - Reference.IsoWeekday(whole.Start) + 7) % 7);
            DateTime last = whole.End.AddDays(-7);
            last = last.AddDays((weekday - Reference.IsoWeekday(last) + 7) % 7);
            return nth == 0 ? last : first.AddDays(7 * (nth - 1)) < whole.End ? first.AddDays(7 * (nth - 1)) : null;
        }

        DateTime? past = Find(period.Past);
        return past is null ? null : new Day($"XXXX-{past.Value.Month:00}-WXX-{weekday}-#{(nth == 0 ? 5 : nth)}", past, Find(period.Future));
    }

    private static int? YearOf(Captures captures) => captures.Word("y") is { Length: 2 } ? captures.Whole("y") + (captures.Whole("y") < OpenTo ? 2000 : 1900) : captures.Whole("y");

    private static Day? Compact(string digits, Reference now)
    {
        int year = int.Parse(digits[..4], CultureInfo.InvariantCulture);
        return year is < 1900 or > 2100 ? null : Resolved(now.Date(year, int.Parse(digits[4..6], CultureInfo.InvariantCulture), int.Parse(digits[6..], CultureInfo.InvariantCulture)));
    }

    private static Day? Resolved(Day? day) => day is { Past: not null } ? day : null;

    private static Day? NumericDate(Captures captures, Reference now)
    {
        int first = captures.Whole("a")!.Value;
        int second = captures.Whole("b")!.Value;
        if (captures.Word("y") is { Length: 3 })
        {
            return null;
        }

        (int month, int day) = now.MonthFirst ? (first, second) : (second, first);
        if (month > 12 && day <= 12)
        {
            (month, day) = (day, month);
        }

        if (captures.Word("y") is { Length: 2 } && captures.Whole("y") is >= OpenFrom and < OpenTo and var open
            && now.Date(1900 + open, month, day) is { Past: not null } past)
        {
            return past with { Timex = string.Create(CultureInfo.InvariantCulture, $"XX{open}-{month:00}-{day:00}"), Future = now.Date(2000 + open, month, day)!.Past, Year = null };
        }

        return now.Date(YearOf(captures), month, day);
    }

    private static string Combined(Captures captures) => captures.Word("rel");

    // "Next Friday 5/12" is said of the year that holds it, "next 5/12" of the following one.
    private static Day? Near(Day day, Reference now, bool ofThisYear, string which)
    {
        if (day is not { Year: null, Month: { } month, Number: { } number })
        {
            return day;
        }

        int year = now.Now.Year + (ofThisYear ? 0 : Reference.Offset(which));
        return now.Date(year, month, number) is { Past: { } only } ? day with { Past = only, Future = only, Year = year } : null;
    }

    private static Day? Apart(Captures captures, Reference now, int sign) =>
        captures.Get<Lapse>("lapse") is { IsOfDays: true } lapse ? InRange(now.Today, lapse, sign) : null;

    private static Day? Apart(Captures captures, Day from, Reference now, int sign)
    {
        var lapse = captures.Get<Lapse>("lapse");
        if (!lapse.IsOfDays || from.Past is null || from.Future is null)
        {
            return null;
        }

        // Of a day without a year the future one is meant.
        return InRange(from.Future.Value, lapse, sign);
    }

    private static Day? InRange(DateTime day, Lapse lapse, int sign) => lapse.Seconds > 100_000L * 365 * 86_400 / 100 ? null : Day.Of(lapse.AddTo(day, sign));

    private static Day? WeekdayAfter(Captures captures, Reference now)
    {
        Day? day = captures.Has("day") ? Apart(captures, captures.Get<Day>("day"), now, 1) : Apart(captures, now, 1);
        return day?.Past is { } found ? Day.Of(Reference.Monday(found).AddDays(captures.Whole("weekday")!.Value - 1)) : null;
    }

    private static Day? NthDay(Captures captures, Reference now)
    {
        var period = captures.Get<DayRange>("period");
        int nth = captures.Whole("nth")!.Value;
        if (period.Month is not { } month || nth is < 1 or > 31)
        {
            return null;
        }

        return period.Past == period.Future ? now.Date(period.Past!.Value.Start.Year, month, nth) : now.Date(null, month, nth);
    }

    private static DateTime MonthOf(Captures captures, Reference now) => new DateTime(now.Now.Year, now.Now.Month, 1).AddMonths(Reference.Offset(captures.Word("rel")));
}
