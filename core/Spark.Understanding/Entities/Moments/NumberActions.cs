using Spark.Understanding.Entities.Rules;

namespace Spark.Understanding.Entities.Moments;

/// <summary>Numbers within dates and times.</summary>
internal static class NumberActions
{
    private const int FirstYear = 1500;
    private const int LastYear = 2100;

    public static Dictionary<string, Func<Captures, Reference, object?>> All { get; } = new(StringComparer.Ordinal)
    {
        ["same"] = (captures, _) => captures.Only,
        ["day-number"] = (captures, _) => Within(captures.Whole("n"), 1, 31),
        ["last-one"] = (_, _) => 0.0,
        ["year"] = (captures, _) => Within(captures.Whole("n"), FirstYear, LastYear),
        ["short-year"] = (captures, _) => ShortYear(captures.Whole("n")),
        ["month-ordinal"] = (captures, _) => Within(captures.Whole("n"), 1, 12),
        ["late-year"] = (captures, _) => captures.Whole("n") is > 31 and var year ? ShortYear(year) : null,
        ["hour-number"] = (captures, _) => Within(captures.Whole("n"), 0, 24),
        ["minute-number"] = (captures, _) => Within(captures.Whole("n"), 1, 59),
        ["decade-word"] = (captures, _) => captures.Whole("n") is >= 20 and <= 90 and var tens && tens % 10 == 0 ? tens.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
        ["late-minute"] = (captures, _) => Within(captures.Whole("n"), 5, 59),
        ["same-number"] = (captures, _) => captures.Word("digits") is { Length: > 0 } digits ? digits : captures.Word("n"),
    };

    private static double? Within(int? number, int least, int most) => number >= least && number <= most ? number.Value : null;

    private static object? ShortYear(int? year) => year is null ? null : (double)(year < 40 ? 2000 + year.Value : 1900 + year.Value);
}
