using System.Globalization;
using Spark.Understanding.Entities.Rules;

namespace Spark.Understanding.Entities.Moments;

/// <summary>What was read, as the moment that is found; and what "before", "since" and "about" make of it.</summary>
internal static class ResultActions
{
    private const string Point = "datetimepoint";
    private const string Range = "datetimerange";

    public static Dictionary<string, Func<Captures, Reference, object?>> All { get; } = new(StringComparer.Ordinal)
    {
        ["same-m"] = (captures, _) => captures.Only,
        ["moment"] = (captures, _) => ToMoment(captures.Find("m")),
        ["moment-span"] = (captures, _) => captures.Get<ClockRange>("m") is var range && range.Ways.Any(way => !way.Start.IsBare || !way.End.IsBare) ? ToMoment(range) : null,
        ["clock-span"] = (captures, _) => ClockActions.Between(captures.Get<Clock>("a"), captures.Get<Clock>("b")) is { } range ? ToMoment(range) : null,
        ["moment-part"] = (captures, _) => ToMoment(PartOfDay.Of(captures.Word("p"))),
        ["whole-unit"] = (captures, _) => ToMoment(new Lapse([(1, captures.Has("unit") ? captures.Word("unit") : captures.Word("the-unit"))])),
        ["since-lapse"] = (captures, _) => ToMoment(captures.Get<Lapse>("m"))! with { Modifier = "since" },
        ["modified"] = (captures, _) => Modify(captures.Find("m")!, captures.Word("mod"), string.Empty),
        ["modified-approx"] = (captures, _) => Modify(captures.Get<Clock>("m"), captures.Word("mod"), "-approx"),
    };

    public static Moment? ToMoment(object? value) => value switch
    {
        Moment moment => moment,
        Day { Past: null } day => new Moment(MomentKind.Date, []) { Timex = day.Timex },
        Day day => new Moment(MomentKind.Date, [.. day.Days.Select(date => new MomentWay(day.Timex, date, date))]) { Modifier = day.Modifier },
        Clock clock => new Moment(MomentKind.Time, [.. clock.Ways.Select(way => new MomentWay(way.Timex, At(way), At(way)))]) { Modifier = clock.Modifier },
        DayRange { Past: null } range => new Moment(MomentKind.DateRange, []) { Timex = range.Timex },
        DayRange range => new Moment(MomentKind.DateRange, [.. range.Ranges.Select((way, nth) => new MomentWay(nth > 0 ? range.FutureTimex ?? range.Timex : range.Timex, way.Start, way.End) { Days = range.Days })]) { Modifier = range.Modifier },
        PartOfDay part => new Moment(MomentKind.TimeRange, [new MomentWay(part.Timex, default(DateTime) + part.Start, default(DateTime) + part.End)]) { Modifier = part.Modifier },
        DayPart part => new Moment(
            MomentKind.DateTimeRange,
            [.. part.Day.Days.Select(date => new MomentWay(part.Day.Timex + part.Part.Timex, date + part.Part.Start, date + part.Part.End))]) { Modifier = part.Part.Modifier },
        ClockRange range => new Moment(MomentKind.TimeRange, [.. range.Ways.Select(way => new MomentWay(
            $"({way.Start.Timex},{way.EndTimex ?? way.End.Timex},{MomentFormat.Length(ClockRange.LengthOf(way))})", At(way.Start), At(way.End)))]),
        Lapse lapse => new Moment(MomentKind.Duration, [new MomentWay(lapse.Timex, null, null, lapse.Seconds.ToString("0.######", CultureInfo.InvariantCulture))]),
        _ => null,
    };

    private static DateTime At(Clock clock) => default(DateTime) + clock.Time;

    private static Moment? Modify(object value, string modifier, string more)
    {
        if (modifier == "approx")
        {
            return ToMoment(value) is { } about && about.Modifier is null ? about with { Modifier = modifier } : null;
        }

        bool isEnd = modifier is "before" or "until";
        return value switch
        {
            Day { Past: not null } day => new Moment(MomentKind.DateRange, [.. day.Days.Select(date => Open(day.Timex, date, isEnd))]) { Modifier = modifier, Source = Point },
            Clock clock => new Moment(MomentKind.TimeRange, [.. clock.Ways.Select(way => Open(way.Timex, At(way), isEnd))]) { Modifier = modifier + more, Source = Point },
            DayRange { Past: not null } range => Modify(range, modifier),
            PartOfDay { Modifier: null } part => new Moment(
                MomentKind.TimeRange, [Open(part.Timex, default(DateTime) + (modifier == "after" ? part.End : part.Start), isEnd)]) { Modifier = modifier },
            DayPart { Part.Modifier: null } part => new Moment(
                MomentKind.DateTimeRange,
                [.. part.Day.Days.Select(date => Open(part.Day.Timex + part.Part.Timex, date + (modifier == "after" ? part.Part.End : part.Part.Start), isEnd))]) { Modifier = modifier },
            Moment { Kind: MomentKind.DateTime, Ways.Count: > 0 } moment when moment.Ways[0].Timex == "PRESENT_REF" => new Moment(
                MomentKind.DateRange, [Open("PRESENT_REF", moment.Ways[0].Start!.Value.Date, isEnd)]) { Modifier = modifier },
            Moment { Kind: MomentKind.DateTime, Ways.Count: > 0 } moment => new Moment(
                MomentKind.DateTimeRange, [.. moment.Ways.Select(way => Open(way.Timex, way.Start!.Value, isEnd))]) { Modifier = modifier, Source = Point },
            _ => null,
        };
    }

    private static Moment Modify(DayRange range, string modifier)
    {
        DateTime PointOf((DateTime Start, DateTime End) way) => modifier switch
        {
            "since" => way.Start,
            "after" => range.Modifier == "start" ? way.Start : way.End,
            _ => range.Modifier == "end" ? way.End : way.Start,
        };
        string whole = range.Modifier is null ? modifier : $"{modifier}-{range.Modifier}";
        bool isEnd = modifier is "before" or "until";
        return new Moment(MomentKind.DateRange, [.. range.Ranges.Select(way => Open(range.Timex, PointOf(way), isEnd))]) { Modifier = whole, Source = Range };
    }

    private static MomentWay Open(string timex, DateTime point, bool isEnd) => isEnd ? new(timex, null, point) : new(timex, point, null);
}
