using System.Globalization;
using Spark.Understanding.Entities.Rules;

namespace Spark.Understanding.Entities.Moments;

/// <summary>Times of the day, its parts, and ranges of them.</summary>
internal static class ClockActions
{
    public static Dictionary<string, Func<Captures, Reference, object?>> All { get; } = new(StringComparer.Ordinal)
    {
        ["clock"] = (captures, _) => Read(captures),
        ["hour-mark"] = (captures, _) => Of(captures.Whole("h"), null, null),
        ["noon"] = (captures, _) => Noon(captures),
        ["half-to"] = (captures, _) => captures.Whole("h") is { } hour ? Of(hour == 0 ? 23 : hour == 1 ? 12 : hour - 1, 30, null) : null,
        ["to-half"] = (captures, _) => Half(captures, -captures.Whole("less")),
        ["past-half"] = (captures, _) => Half(captures, captures.Whole("m")),
        ["half-past"] = (captures, _) => Of(captures.Whole("h"), 30, null),
        ["bare-hour"] = (captures, _) => Of(captures.Whole("h"), null, null) is { } clock ? clock with { IsBare = true } : null,
        ["strict-dotted"] = (captures, _) => Of(captures.Whole("h"), captures.Whole("m"), null) is { Minute: 0 or 15 or 30 or 45 } clock ? clock : null,
        ["timed"] = (captures, _) => captures.Get<Clock>("c") is var clock && IsNoHalf(clock, captures) ? null : Timed(clock, captures),
        ["digital"] = Digital,
        ["part"] = (captures, _) => Part(captures),
        ["relative-part"] = (captures, now) => RelativePart(captures, now),
        ["rel-part"] = (captures, now) => new DayPart(Day.Of(now.Today.AddDays(Reference.Offset(captures.Word("rel")))), Edged(captures, PartOfDay.Of(captures.Word("part")))),
        ["day-part"] = (captures, _) => captures.Get<Day>("day").IsHoliday ? null : new DayPart(captures.Get<Day>("day"), captures.Get<PartOfDay>("part")),
        ["day-part-week"] = DayPartOfWeek,
        ["nth-weekday-part"] = (captures, now) => DayActions.NthWeekday(captures, now) is { } day ? new DayPart(day, captures.Get<PartOfDay>("part")) : null,
        ["edged-day-part"] = (captures, _) => new DayPart(captures.Get<Day>("day"), Part(captures)),
        ["weekday-part"] = WeekdayPart,
        ["day-half"] = (captures, _) => captures.Word("ampm") is "am" or "pm" ? new DayPart(captures.Get<Day>("day"), PartOfDay.Of(captures.Word("ampm") == "am" ? "TMO" : "TAF")) : null,
        ["clock-range"] = (captures, _) => Range(captures),
        ["clock-for"] = (captures, _) => For(captures.Get<Clock>("a"), captures.Get<Lapse>("lapse")),
    };

    public static Clock? Of(int? hour, int? minute, int? second)
    {
        bool isTime = hour is >= 0 and <= 24 && minute is null or (>= 0 and < 60) && second is null or (>= 0 and < 60) && !(hour == 24 && minute > 0);
        return isTime ? new Clock(hour!.Value == 24 ? 0 : hour.Value, minute, second, hour is >= 1 and <= 12) : null;
    }

    public static Clock Apply(Clock clock, string half) => half switch
    {
        "am" => clock with { Hour = clock.Hour == 12 ? 0 : clock.Hour, IsOpen = false, IsBare = false, IsMeridian = true },
        "pm" => clock with { Hour = clock.Hour < 12 ? clock.Hour + 12 : clock.Hour, IsOpen = false, IsBare = false, IsMeridian = true },
        _ => clock with { IsBare = false },
    };

    public static Clock Timed(Clock clock, Captures captures)
    {
        if (captures.Has("a"))
        {
            clock = Apply(clock, captures.Word("a"));
        }

        PartOfDay? part = captures.Has("p") ? PartOfDay.Of(captures.Word("p")) : captures.Find("part") as PartOfDay;
        return part is null || !(clock.IsOpen || clock.IsBare) ? clock : clock.In(part);
    }

    /// <summary>Both ends, in all ways that make a range of them.</summary>
    public static ClockRange? Between(Clock start, Clock end)
    {
        List<(Clock Start, Clock End, string? EndTimex)> ways = [];
        if (start.IsOpen && end.IsOpen)
        {
            Clock first = start with { Hour = start.Hour == 12 ? 0 : start.Hour, IsOpen = false };
            Clock last = end with { IsOpen = false };
            first = first.Time < last.Time ? first : start with { IsOpen = false };
            bool turns = last.Time <= first.Time;
            ways.Add((first, turns ? last.Turned : last, null));
            bool isSure = turns && start.Minute is null != end.Minute is null;
            if (!isSure)
            {
                ways.Add((first.Turned, turns ? last : last.Turned, null));
            }
        }
        else if (start.IsOpen)
        {
            Clock near = end.IsMeridian && start.Turned.Time < end.Time && start.Turned.Hour >= 12 == end.Hour >= 12 ? start.Turned : start with { IsOpen = false };
            ways.Add((end.Hour < 12 && end.IsMeridian && near.Time > end.Time && near.Hour < 12 ? near.Turned : near, end, null));
        }
        else
        {
            Clock near = end.IsOpen && end.Time <= start.Time ? end.Turned : end with { IsOpen = false };
            ways.Add((start, near, null));
        }

        return new ClockRange(ways);
    }

    // "14 pm": a half of the day has twelve hours. With minutes it is a time with one word too many.
    private static bool IsNoHalf(Clock clock, Captures captures) => captures.Has("a") && clock is { Hour: > 12, Minute: null };

    private static Clock? Read(Captures captures)
    {
        Clock? clock;
        if (captures.Whole("less") is { } less)
        {
            int? hour = captures.Whole("h") ?? (captures.Has("noon") ? captures.Whole("noon") : null);
            clock = hour is { } of && less is > 0 and < 60 ? Of(of == 0 ? 23 : of == 1 ? 12 : of - 1, 60 - less, null) : null;
            clock = clock is { Hour: 12 } && hour is 1 ? clock with { IsOpen = true } : clock;
        }
        else
        {
            clock = Of(captures.Whole("h") ?? captures.Whole("noon"), captures.Whole("m"), captures.Whole("s"));
        }

        return clock is not null && captures.Has("ampm") ? Apply(clock, captures.Word("ampm")) : clock;
    }

    // "Tien voor half vier": by the half hour before the hour that is named.
    private static Clock? Half(Captures captures, int? minutes) =>
        captures.Whole("h") is { } hour && minutes is > -30 and < 30 ? Of(hour == 0 ? 23 : hour == 1 ? 12 : hour - 1, 30 + minutes, null) : null;

    private static Clock? Noon(Captures captures)
    {
        int hour = int.Parse(captures.Word("noon"), CultureInfo.InvariantCulture);
        return captures.Whole("h") is not null and not 12 ? null : new Clock(hour, null, null, false);
    }

    private static Clock? Digital(Captures captures, Reference now)
    {
        string digits = captures.Word("digits");
        bool isYear = digits.Length == 4 && digits[0] is '1' or '2' && !captures.Has("a") && string.CompareOrdinal(digits, "1500") >= 0 && string.CompareOrdinal(digits, "2100") <= 0;
        bool isPlain = digits[0] == '0' || captures.Has("a");
        if (isYear || !isPlain)
        {
            return null;
        }

        Clock? clock = Of(int.Parse(digits[..^2], CultureInfo.InvariantCulture), int.Parse(digits[^2..], CultureInfo.InvariantCulture), null);
        return clock is null ? null : Timed(clock, captures);
    }

    private static PartOfDay Part(Captures captures)
    {
        string[] words = captures.Word("p").Split(' ');
        PartOfDay part = PartOfDay.Of(words[0]);
        return words is [_, var edge] ? part.At(edge) : Edged(captures, part);
    }

    private static PartOfDay Edged(Captures captures, PartOfDay part) => captures.Has("edge") ? part.At(captures.Word("edge")) : part;

    private static DayPart RelativePart(Captures captures, Reference now)
    {
        string[] words = captures.Word("relative-part").Split(' ');
        PartOfDay part = Edged(captures, PartOfDay.Of(words[1]));
        return new DayPart(Day.Of(now.Today.AddDays(int.Parse(words[0], CultureInfo.InvariantCulture))), words is [_, _, var edge] ? part.At(edge) : part);
    }

    // "Montagabend": the weekday and the part in one word.
    private static DayPart WeekdayPart(Captures captures, Reference now)
    {
        string[] words = captures.Word("weekday-part").Split(' ');
        int weekday = int.Parse(words[0], CultureInfo.InvariantCulture);
        Day day = !captures.Has("rel") ? now.Weekday(weekday)
            : captures.Has("week") ? Day.Of(Reference.Monday(now.Today).AddDays((7 * Reference.Offset(captures.Word("rel"))) + weekday - 1))
            : now.Weekday(weekday, captures.Word("rel"));
        return new DayPart(day, words is [_, _, var edge] ? PartOfDay.Of(words[1]).At(edge) : PartOfDay.Of(words[1]));
    }

    private static DayPart? DayPartOfWeek(Captures captures, Reference now) =>
        captures.Get<Day>("day") is { Weekday: { } weekday }
            ? new DayPart(Day.Of(Reference.Monday(now.Today).AddDays((7 * Reference.Offset(captures.Word("rel"))) + weekday - 1)), captures.Get<PartOfDay>("part"))
            : null;

    private static ClockRange? Range(Captures captures)
    {
        var start = captures.Get<Clock>("a");
        var end = captures.Get<Clock>("b");
        if (captures.Has("p") && PartOfDay.Of(captures.Word("p")) is var part)
        {
            start = start.IsOpen ? start.In(part) : start;
            end = end.IsOpen ? end.In(part) : end;
        }

        return Between(start, end);
    }

    private static ClockRange? For(Clock start, Lapse length)
    {
        if (!length.IsOfTime || length.Seconds >= 86_400)
        {
            return null;
        }

        Clock exact = start with { IsOpen = false };
        TimeSpan end = exact.Time + TimeSpan.FromSeconds(length.Seconds);
        var last = new Clock(end.Hours, end.Minutes, end.Seconds, false);
        return new ClockRange([(exact, last, last.Timex)]);
    }
}
