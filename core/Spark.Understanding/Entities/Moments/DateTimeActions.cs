using Spark.Understanding.Entities.Rules;

namespace Spark.Understanding.Entities.Moments;

/// <summary>Days with a time.</summary>
internal static class DateTimeActions
{
    private static readonly TimeSpan LastSecond = new(23, 59, 59);

    public static Dictionary<string, Func<Captures, Reference, object?>> All { get; } = new(StringComparer.Ordinal)
    {
        ["now"] = (_, now) => new Moment(MomentKind.DateTime, [new MomentWay("PRESENT_REF", now.Now, now.Now)]),
        ["date-time"] = (captures, _) => captures.Get<Day>("day").IsHoliday ? null : At(captures.Get<Day>("day"), ClockActions.Timed(captures.Get<Clock>("t"), captures)),
        ["date-time-year"] = (captures, now) => captures.Get<Day>("day") is { Year: null, Month: { } month, Number: { } number } && now.Date(captures.Whole("y"), month, number) is { } day
            ? At(day, captures.Get<Clock>("t"))
            : null,
        ["daypart-time"] = (captures, _) => captures.Get<DayPart>("daypart") is var part ? At(part.Day, InPart(captures.Get<Clock>("t"), part.Part)) : null,
        ["end-of-day"] = (captures, now) => EndOfDay(captures.Find("day") as Day ?? Day.Of(now.Today)),
        ["time-ago"] = (captures, now) => Apart(captures.Get<Lapse>("lapse"), now, -1),
        ["time-in"] = (captures, now) => Apart(captures.Get<Lapse>("lapse"), now, 1),
        ["daypart"] = (captures, _) => captures.Find("daypart"),
        ["date-span"] = (captures, _) => captures.Get<Day>("day").IsHoliday ? null : Span(captures.Get<Day>("day"), captures.Find("span") as ClockRange ?? captures.Get<ClockRange>("from-lapse")),
        ["daypart-span"] = (captures, _) => captures.Get<DayPart>("daypart") is var part ? Span(part.Day, In(captures.Get<ClockRange>("span"), part.Part)) : null,
        ["nth-weekday-span"] = (captures, now) => DayActions.NthWeekday(captures, now) is { } day ? Span(day, captures.Get<ClockRange>("span")) : null,
        ["datetime-range"] = Range,
        ["clock-to-now"] = ToNow,
        ["date-time-mod"] = Modified,
        ["edge-of-day"] = (captures, now) => captures.Word("edge") == "end" && !captures.Has("edge-now") ? null : EdgeOfDay(captures.Find("day") as Day ?? Day.Of(now.Today), captures.Word("edge")),
        ["lapse-from"] = From,
    };

    public static Moment At(Day day, Clock clock)
    {
        Moment moment = day.Past is null
            ? new Moment(MomentKind.DateTime, []) { Timex = day.Timex + clock.Timex }
            : new Moment(MomentKind.DateTime, [.. clock.Ways.SelectMany(way => day.Days.Select(date => new MomentWay(day.Timex + way.Timex, date + way.Time, date + way.Time)))]);
        return moment with { Modifier = day.Modifier ?? clock.Modifier };
    }

    public static Moment? Span(Day day, ClockRange range)
    {
        if (day.Past is null)
        {
            return null;
        }

        List<MomentWay> ways = [];
        foreach ((Clock start, Clock end, string? endTimex) in range.Ways)
        {
            TimeSpan length = ClockRange.LengthOf((start, end, endTimex));
            bool isNextDay = end.Time <= start.Time;
            string timex = $"({day.Timex}{start.Timex},{(isNextDay ? NextDay(day) : day.Timex)}{endTimex ?? end.Timex},{MomentFormat.Length(length)})";
            ways.AddRange(day.Days.Select(date => new MomentWay(timex, date + start.Time, date + start.Time + length)));
        }

        return new Moment(MomentKind.DateTimeRange, ways);
    }

    /// <summary>A range of times within a part of the day: "from 3 to 8" in the afternoon.</summary>
    public static ClockRange In(ClockRange range, PartOfDay part)
    {
        if (range.Ways.Count == 1)
        {
            (Clock start, Clock end, string? endTimex) = range.Ways[0];
            bool isOff = start is { IsMeridian: false } && start.Hour < 12 && part.IsAfternoon && end.Hour < 12;
            return isOff ? new ClockRange([(start.In(part), end.In(part), endTimex)]) : range;
        }

        return new ClockRange([part.IsAfternoon ? range.Ways.FirstOrDefault(way => way.Start.Hour >= 12, range.Ways[^1]) : range.Ways[0]]);
    }

    private static Clock InPart(Clock clock, PartOfDay part) => clock.IsOpen || clock.IsBare ? clock.In(part) : clock;

    private static string NextDay(Day day) => day switch
    {
        { Weekday: { } weekday } => $"XXXX-WXX-{(weekday % 7) + 1}",
        { IsOpen: false } => MomentFormat.Date(day.Past!.Value.AddDays(1)),
        _ => day.Timex,
    };

    private static Moment? EndOfDay(Day day) => day.Past is null
        ? null
        : new Moment(MomentKind.DateTime, [.. day.Days.Select(date => new MomentWay(day.Timex + "T23:59:59", date + LastSecond, date + LastSecond))]);

    private static Moment? Apart(Lapse lapse, Reference now, int sign)
    {
        if (lapse.IsOfDays)
        {
            return null;
        }

        DateTime moment = lapse.AddTo(now.Now, sign);
        return new Moment(MomentKind.DateTime, [new MomentWay(MomentFormat.Timex(moment), moment, moment)]);
    }

    private static Moment? Range(Captures captures, Reference now)
    {
        if (captures.Get<Moment>("a").Ways is not [var start, ..] || start.Start is not { } from)
        {
            return null;
        }

        MomentWay? end = captures.Find("b") switch
        {
            Moment { Ways: [var way, ..] } => way,
            Clock clock => At(Day.Of(from.Date), clock).Ways.FirstOrDefault(way => way.Start > from),
            _ => null,
        };
        if (end?.Start is not { } to || to <= from || start.Timex == "PRESENT_REF" || end.Timex == "PRESENT_REF" || captures.Get<Moment>("a").Ways.Count > 1)
        {
            return null;
        }

        string timex = $"({start.Timex},{end.Timex},{MomentFormat.Length(to - from)})";
        return new Moment(MomentKind.DateTimeRange, [new MomentWay(timex, from, to)]);
    }

    private static Moment? ToNow(Captures captures, Reference now)
    {
        Clock clock = captures.Get<Clock>("a") with { IsOpen = false };
        DateTime from = now.Today + clock.Time;
        return from >= now.Now
            ? null
            : new Moment(MomentKind.DateTimeRange, [new MomentWay($"({MomentFormat.Date(now.Today)}{clock.Timex},PRESENT_REF,{MomentFormat.Length(now.Now - from)})", from, now.Now)]);
    }

    private static Moment? Modified(Captures captures, Reference now)
    {
        Moment moment = At(captures.Get<Day>("day"), captures.Get<Clock>("t"));
        bool isEnd = captures.Word("mod") is "before" or "until";
        return moment.Ways.Count == 0
            ? null
            : new Moment(MomentKind.DateTimeRange, [.. moment.Ways.Select(way => isEnd ? way with { Start = null } : way with { End = null })]) { Modifier = captures.Word("mod") };
    }

    private static Moment? EdgeOfDay(Day day, string edge)
    {
        (int from, int to) = edge switch
        {
            "start" => (0, 12),
            "end" => (12, 24),
            _ => (10, 14),
        };
        return day.Past is null
            ? null
            : new Moment(MomentKind.DateTimeRange, [.. day.Days.Select(date => new MomentWay(day.Timex, date.AddHours(from), date.AddHours(to)))]) { Modifier = edge };
    }

    private static Moment? From(Captures captures, Reference now)
    {
        var lapse = captures.Get<Lapse>("lapse");
        if (captures.Get<Moment>("a").Ways is not [{ Start: { } start }, ..])
        {
            return null;
        }

        DateTime end = lapse.AddTo(start, 1);
        return new Moment(MomentKind.DateTimeRange, [new MomentWay($"({MomentFormat.Timex(start)},{MomentFormat.Timex(end)},{lapse.Timex})", start, end)]);
    }
}
