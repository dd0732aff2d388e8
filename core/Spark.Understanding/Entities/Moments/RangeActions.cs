using System.Globalization;
using Spark.Understanding.Entities.Rules;

namespace Spark.Understanding.Entities.Moments;

/// <summary>Ranges of days.</summary>
internal static class RangeActions
{
    public static Dictionary<string, Func<Captures, Reference, object?>> All { get; } = new(StringComparer.Ordinal)
    {
        ["today"] = (_, now) => Day.Of(now.Today) with { IsRelative = true },
        ["day-range"] = (captures, _) => Ranges.Between(captures.Find("a")!, captures.Find("b")!),
        ["number-range"] = (captures, now) => NumberRange(captures, now, captures.Whole("y"), captures.Whole("month")!.Value),
        ["number-range-of"] = (captures, now) => captures.Find("period") is DayRange { Past: { } past } ? NumberRange(captures, now, past.Start.Year, past.Start.Month) : null,
        ["for-from"] = (captures, now) => Forward(captures.Get<Lapse>("lapse"), captures.Find("day") as Day ?? Day.Of(now.Today)),
        ["less-after"] = (captures, now) => Forward(captures.Get<Lapse>("lapse"), captures.Get<Day>("day")),
        ["more-before"] = (captures, now) => Beyond(captures, now, -1, "before"),
        ["more-after"] = (captures, now) => Beyond(captures, now, 1, "after"),
    };

    private static DayRange? NumberRange(Captures captures, Reference now, int? year, int month) =>
        captures.Whole("a") < captures.Whole("b") && now.Date(year, month, captures.Whole("a")!.Value) is { Past: not null } start && now.Date(year, month, captures.Whole("b")!.Value) is { Past: not null } end
            ? Stretch(start, end)
            : null;

    // Both ends are of the same month: the year that makes the first one past makes the range past.
    private static DayRange Stretch(Day start, Day end)
    {
        DateTime pastEnd = start.Past!.Value.AddDays(end.Number!.Value - start.Number!.Value);
        DateTime futureEnd = start.Future!.Value.AddDays(end.Number.Value - start.Number.Value);
        return new DayRange($"({start.Timex},{end.Timex},P{end.Number - start.Number}D)", (start.Past.Value, pastEnd), (start.Future.Value, futureEnd), "D") { IsStretch = true };
    }

    private static DayRange? Forward(Lapse lapse, Day day) =>
        lapse.IsOfDays && day.Future is { } start ? Periods.Between(start, lapse.AddTo(start, 1), lapse.Timex, "D") : null;

    private static Moment? Beyond(Captures captures, Reference now, int sign, string modifier)
    {
        var lapse = captures.Get<Lapse>("lapse");
        DateTime? from = captures.Find("day") is Day day ? day.Future : now.Today;
        if (!lapse.IsOfDays || from is not { } start)
        {
            return null;
        }

        DateTime end = lapse.AddTo(start, sign);
        string timex = string.Create(CultureInfo.InvariantCulture, $"{end:yyyy-MM-dd}");
        return new Moment(MomentKind.DateRange, [sign < 0 ? new MomentWay(timex, null, end) : new MomentWay(timex, end, null)]) { Modifier = modifier };
    }
}
