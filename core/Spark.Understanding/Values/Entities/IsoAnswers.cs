using System.Globalization;
using System.Text.RegularExpressions;

namespace Spark.Understanding.Values.Entities;

/// <summary>What programs write, and no language: moments with an offset, durations of ISO 8601, "2h30". They must be the whole answer.</summary>
internal static class IsoAnswers
{
    private static readonly Regex Duration = new(
        @"^P(?<y>[0-9]{1,6}Y)?(?<m>[0-9]{1,6}M)?(?<w>[0-9]{1,6}W)?(?<d>[0-9]{1,8}D)?(T(?<h>[0-9]{1,8}H)?(?<n>[0-9]{1,8}M)?(?<s>[0-9]{1,9}(\.[0-9]{1,3})?S)?)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    private static readonly Regex Compact = new(
        "^(?<h>[0-9]{1,4})[hu](?<n>[0-5][0-9])$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    private static readonly string[] Moments =
    [
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    private static readonly (string Group, TimeUnit Unit)[] Units =
    [
        ("y", TimeUnit.OfMonths(12)), ("m", TimeUnit.OfMonths(1)), ("w", TimeUnit.OfDays(7)), ("d", TimeUnit.OfDays(1)),
        ("h", TimeUnit.OfSeconds(3600)), ("n", TimeUnit.OfSeconds(60)), ("s", TimeUnit.OfSeconds(1)),
    ];

    /// <summary>A moment that names its offset.</summary>
    public static DateTimeOffset? ReadMoment(string text)
    {
        ReadOnlySpan<char> core = text.AsSpan().Trim();
        bool hasOffset = core.Length > 16 && core[16..].IndexOfAny('Z', '+', '-') >= 0;
        return hasOffset && DateTimeOffset.TryParseExact(core, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            ? moment
            : null;
    }

    /// <summary>A duration.</summary>
    public static Stretch? ReadDuration(string text)
    {
        string core = text.Trim();
        Match match = Compact.Match(core) is { Success: true } compact ? compact : Duration.Match(core);
        if (!match.Success)
        {
            return null;
        }

        Stretch total = default;
        bool hasPart = false;
        foreach ((string name, TimeUnit unit) in Units)
        {
            if (match.Groups[name] is { Success: true } part)
            {
                total = total.Add(double.Parse(part.ValueSpan.TrimEnd("YMWDHSymwdhs"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), unit);
                hasPart = true;
            }
        }

        return hasPart && total.IsSound ? total : null;
    }
}
