using System.Globalization;
using Spark.Understanding.Entities.Rules;

namespace Spark.Understanding.Entities.Moments;

/// <summary>Months, weeks, years and their parts.</summary>
internal static class PeriodActions
{
    public static Dictionary<string, Func<Captures, Reference, object?>> All { get; } = new(StringComparer.Ordinal)
    {
        ["month"] = (captures, now) => captures.Has("rel")
            ? Periods.Month(now, captures.Whole("month")!.Value, captures.Word("rel"))
            : Periods.Month(now, captures.Whole("month")!.Value, captures.Whole("y")),
        ["month-number"] = (captures, now) => captures.Whole("m") is >= 1 and <= 12 and var month && captures.Whole("y") is >= 1500 and <= 2100 ? Periods.Month(now, month, captures.Whole("y")) : null,
        ["month-of-year"] = (captures, now) => Periods.Month(now, captures.Whole("month")!.Value, now.Now.Year + Reference.Offset(captures.Word("rel"))),
        ["year-period"] = (captures, _) => Periods.Year(captures.Whole("y")!.Value),
        ["special-year"] = SpecialYear,
        ["rel-unit"] = RelUnit,
        ["this-unit"] = (captures, now) => captures.Word("unit") == "D" ? Day.Of(now.Today) : Periods.Relative(now, captures.Word("unit"), 0),
        ["this-open-unit"] = (_, now) => OpenYear(now),
        ["rel-count"] = (captures, now) => Counted(new Lapse([(captures.Get<double>("n"), captures.Word("unit"))]), captures.Has("rel") ? captures.Word("rel") : captures.Word("rel-count"), now),
        ["rel-lapse"] = (captures, now) => captures.Get<Lapse>("lapse") is { Parts.Count: > 1 } lapse ? Counted(lapse, captures.Word("rel"), now) : null,
        ["rel-plural"] = (captures, now) => Counted(new Lapse([(1, captures.Word("unit"))]), captures.Word("rel"), now),
        ["within"] = (captures, now) => Within(captures.Get<Lapse>("lapse"), now),
        ["week-number"] = WeekNumber,
        ["nth-week"] = NthWeek,
        ["nth-month"] = (captures, now) => captures.Whole("nth") is >= 1 and <= 12 and var nth ? Periods.Month(now, nth, captures.Get<DayRange>("period").Past!.Value.Start.Year) : null,
        ["nth-count"] = NthCount,
        ["quarter"] = (captures, now) => captures.Whole("nth") is >= 1 and <= 4 and var nth ? Part(captures.Find("period") as DayRange ?? OpenYear(now), nth, 3) : null,
        ["quarter-of"] = (captures, _) => captures.Whole("nth") is not (>= 1 and <= 4) ? null : Part(Periods.Year(captures.Whole("y")!.Value)!, captures.Whole("nth")!.Value, 3),
        ["half-of"] = (captures, _) => Part(Periods.Year(captures.Whole("y")!.Value)!, captures.Whole("nth")!.Value, 6),
        ["half-of-period"] = (captures, _) => captures.Whole("nth") is 1 or 2 ? Part(captures.Get<DayRange>("period"), captures.Whole("nth")!.Value, 6) : null,
        ["week-of"] = (captures, _) => WeekOf(captures.Get<Day>("day")),
        ["decade"] = Decade,
        ["century"] = (captures, _) => captures.Whole("nth") is >= 1 and <= 21 and var nth
            ? Periods.Between(new(Math.Max(1, (nth - 1) * 100), 1, 1), new(nth * 100, 1, 1), "P100Y", "Y")
            : null,
        ["season"] = Season,
        ["same-unit"] = (captures, now) => SameUnit(captures.Word("same-unit"), now),
        ["cut"] = (captures, _) => Cut(captures),
        ["cut-unit"] = (captures, now) => Periods.Relative(now, captures.Word("unit"), 0) is { } range ? Periods.At(range, captures.Word("edge")) : null,
        ["cut-now"] = (captures, now) => captures.Find("period") is DayRange { IsStretch: false } range ? Periods.Half(now, range, captures.Word("edge")) : null,
        ["cut-now-unit"] = (captures, now) => Periods.Relative(now, captures.Word("unit"), 0) is { } range ? Periods.Half(now, range, captures.Word("edge")) : null,
        ["edge-whole"] = EdgeWhole,
        ["year-to-date"] = (captures, now) => Periods.Relative(now, captures.Word("year-to-date"), 0) is { Past: { } past } range
            ? range with { Past = (past.Start, now.Today), Future = (past.Start, now.Today) }
            : null,
    };

    /// <summary>"Next three weeks", "last 5 minutes": from now on, or up to now.</summary>
    public static object? Counted(Lapse lapse, string which, Reference now)
    {
        int sign = Math.Sign(Reference.Offset(which));
        if (sign == 0 || lapse.Parts[0].Count <= 0)
        {
            return null;
        }

        if (!lapse.IsOfDays)
        {
            return Stretch(lapse, sign > 0 ? now.Now : lapse.AddTo(now.Now, -1));
        }

        if (lapse.Unit is "Q" or "DEC")
        {
            DayRange current = Periods.Relative(now, lapse.Unit, sign > 0 ? 1 : -(int)lapse.Parts[0].Count)!;
            return Periods.Between(current.Past!.Value.Start, lapse.AddTo(current.Past.Value.Start, 1), lapse.Timex, "M");
        }

        DateTime tomorrow = now.Today.AddDays(1);
        if (lapse.Unit == "BD")
        {
            int count = Math.Min((int)lapse.Parts[0].Count, 366);
            var days = Enumerable.Range(1, count).Select(nth => Lapse.AddBusinessDays(now.Today, sign * nth)).Order().ToArray();
            return Periods.Between(days[0], sign > 0 ? days[^1].AddDays(1) : now.Today, lapse.Timex, "D") with { Days = string.Join(',', days.Select(MomentFormat.Date)) };
        }

        return sign > 0
            ? Periods.Between(tomorrow, lapse.AddTo(tomorrow, 1), lapse.Timex, "D")
            : Periods.Between(lapse.AddTo(now.Today, -1), now.Today, lapse.Timex, "D");
    }

    public static DayRange OpenYear(Reference now)
    {
        DateTime start = new(now.Now.Year, 1, 1);
        return new DayRange("XXXX", (start, start.AddYears(1)), (start.AddYears(1), start.AddYears(2)), "Y");
    }

    private static Moment Stretch(Lapse lapse, DateTime start)
    {
        DateTime end = lapse.AddTo(start, 1);
        return new Moment(MomentKind.DateTimeRange, [new MomentWay($"({MomentFormat.Timex(start)},{MomentFormat.Timex(end)},{lapse.Timex})", start, end)]);
    }

    private static object Within(Lapse lapse, Reference now) =>
        lapse.IsOfDays ? Periods.Between(now.Today, lapse.AddTo(now.Today, 1), lapse.Timex, "D") : Stretch(lapse, now.Now);

    private static object? RelUnit(Captures captures, Reference now)
    {
        string which = captures.Word("rel");
        string unit = captures.Word("unit");
        if (unit == "D")
        {
            return Day.Of(now.Today.AddDays(Reference.Offset(which)));
        }

        if (Lapse.IsTime(unit))
        {
            return Counted(new Lapse([(1, unit)]), which, now);
        }

        return Periods.Relative(now, unit, Reference.Offset(which));
    }

    private static DayRange? SpecialYear(Captures captures, Reference now)
    {
        string kind = captures.Word("year-kind");
        int? year = captures.Has("rel") ? now.Now.Year + Reference.Offset(captures.Word("rel")) : captures.Whole("y");
        if (kind == "CY")
        {
            return year is null ? null : Periods.Year(year.Value);
        }

        return new DayRange(kind + (year is { } said ? said.ToString("0000", CultureInfo.InvariantCulture) : "XXXX"), null, null, "Y");
    }

    private static DayRange? WeekNumber(Captures captures, Reference now)
    {
        int year = captures.Find("period") is DayRange { Past: { } past } ? past.Start.Year : now.Now.Year;
        return captures.Whole("n") is >= 1 and <= 53 and var week && week <= ISOWeek.GetWeeksInYear(year)
            ? Periods.Week(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday))
            : null;
    }

    private static DayRange? NthWeek(Captures captures, Reference now)
    {
        var period = captures.Get<DayRange>("period");
        if (period.Past is not { } past || period.Future is not { } future || captures.Whole("nth") is not (>= 0 and <= 53 and var nth))
        {
            return null;
        }

        DateTime first = Periods.NthWeek(past, nth);
        DateTime second = Periods.NthWeek(future, nth);
        string timex = period.Unit == "Y" ? Periods.WeekTimex(first) : $"{period.Timex}-W{(nth == 0 ? 5 : nth):00}";
        return new DayRange(timex, (first, first.AddDays(7)), (second, second.AddDays(7)), "W");
    }

    // "The first two weeks of 2021", "the last three months of the year".
    private static DayRange? NthCount(Captures captures, Reference now)
    {
        var lapse = new Lapse([(captures.Get<double>("n"), captures.Word("unit"))]);
        if (captures.Get<DayRange>("period").Past is not { } whole || captures.Whole("nth") is not (0 or 1) || !lapse.IsOfDays || lapse.Parts[0].Count is < 1 or > 366)
        {
            return null;
        }

        bool isFirst = captures.Whole("nth") == 1;
        DateTime edge = lapse.Unit == "W" ? Periods.NthWeek(whole, isFirst ? 1 : 0).AddDays(isFirst ? 0 : 7) : isFirst ? whole.Start : whole.End;
        return isFirst
            ? Periods.Between(edge, lapse.AddTo(edge, 1), lapse.Timex, "D")
            : Periods.Between(lapse.AddTo(edge, -1), edge, lapse.Timex, "D");
    }

    private static DayRange Part(DayRange year, int nth, int months)
    {
        (DateTime, DateTime) Cut((DateTime Start, DateTime End) range) => (range.Start.AddMonths(months * (nth - 1)), range.Start.AddMonths(months * nth));
        (DateTime Start, DateTime End) past = Cut(year.Past!.Value);
        bool isOpen = year.Timex.StartsWith('X');
        string start = isOpen ? "XXXX" + MomentFormat.Date(past.Start)[4..] : MomentFormat.Date(past.Start);
        string end = isOpen ? "XXXX" + MomentFormat.Date(past.End)[4..] : MomentFormat.Date(past.End);
        return new DayRange($"({start},{end},P{months}M)", past, Cut(year.Future!.Value), "M") { Year = past.Start.Year, Month = past.Start.Month };
    }

    private static DayRange? WeekOf(Day day)
    {
        if (day.Past is not { } past || day.Future is not { } future)
        {
            return null;
        }

        DateTime first = Reference.Monday(past);
        DateTime second = Reference.Monday(future);
        return new DayRange(day.Timex, (first, first.AddDays(7)), (second, second.AddDays(7)), "W");
    }

    private static DayRange? Decade(Captures captures, Reference now)
    {
        string digits = captures.Has("decade") ? captures.Word("decade") : captures.Word("n");
        if (digits.Length == 4)
        {
            int start = int.Parse(digits, CultureInfo.InvariantCulture);
            return start % 10 == 0 ? Periods.Between(new(start, 1, 1), new(start + 10, 1, 1), "P10Y", "Y") : null;
        }

        if (digits.Length != 2 || digits[1] != '0')
        {
            return null;
        }

        int tens = int.Parse(digits, CultureInfo.InvariantCulture);
        string end = ((tens + 10) % 100).ToString("00", CultureInfo.InvariantCulture);
        DateTime last = new(1900 + tens, 1, 1);
        return new DayRange($"(XX{digits}-01-01,XX{end}-01-01,P10Y)", (last, last.AddYears(10)), (last.AddYears(100), last.AddYears(110)), "Y") { IsStretch = true };
    }

    private static DayRange Season(Captures captures, Reference now)
    {
        int? year = captures.Has("rel") && int.TryParse(captures.Word("rel"), out _) ? now.Now.Year + Reference.Offset(captures.Word("rel")) : captures.Whole("y");
        return new DayRange($"{(year is { } said ? $"{said:0000}-" : "")}{captures.Word("season")}", null, null, "M");
    }

    // "The same week", "that month": of what, only the conversation tells.
    private static Moment? SameUnit(string unit, Reference now)
    {
        string timex = unit switch
        {
            "W" => "XXXX-WXX",
            "WE" => "XXXX-WXX-WE",
            "M" => "XXXX-XX",
            _ => "XXXX",
        };
        return Periods.Relative(now, unit, 0)?.Past is { } range
            ? new Moment(MomentKind.DateRange, [new MomentWay(timex, range.Start, range.End)]) { Modifier = "ref_undef" }
            : null;
    }

    private static DayRange? Cut(Captures captures) =>
        captures.Find("period") is DayRange { IsStretch: false } range && range.Modifier is null ? Periods.At(range, captures.Word("edge")) : null;

    private static DayRange? EdgeWhole(Captures captures, Reference now)
    {
        string[] words = captures.Word("edge-whole").Split(' ');
        return Periods.At(Periods.Relative(now, words[1], 0)!, words[0]);
    }
}
