using System.Globalization;
using System.Text.RegularExpressions;

namespace Spark.Expressions.Formatting;

/// <summary>Timestamps of ISO 8601; without an offset they are in UTC.</summary>
internal static partial class IsoTimestamp
{
    public static bool TryRead(string text, out double millis)
    {
        millis = 0;
        var match = Pattern().Match(text);
        if (!match.Success)
        {
            return false;
        }

        var fraction = match.Groups["fraction"].Value;
        var (month, day, hour) = (Field("month", 1), Field("day", 1), Field("hour", 0));
        var (minute, second) = (Field("minute", 0), Field("second", 0));
        if (month is < 1 or > 12 || day is < 1 or > 31 || hour > 24)
        {
            return false;
        }

        var milliseconds = fraction.Length == 0 ? 0 : Number((fraction + "00")[..3]);
        var offset = (Field("zoneHours", 0) * 60) + Field("zoneMinutes", 0);
        millis = CivilDate.ToMillis(Field("year", 0), month, day, hour, minute, second, milliseconds)
            - (offset * 60_000 * (match.Groups["sign"].Value == "-" ? -1 : 1));
        return true;

        double Field(string name, double otherwise) => match.Groups[name].Success ? Number(match.Groups[name].Value) : otherwise;
    }

    private static double Number(string digits) => double.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<year>[0-9]{4})(-(?<month>[01][0-9])(-(?<day>[0-3][0-9]))?)?(T(?<hour>[0-2][0-9]):(?<minute>[0-5][0-9]):(?<second>[0-5][0-9])(\.(?<fraction>[0-9]+))?)?((?<sign>[+-])(?<zoneHours>[0-2][0-9]):?(?<zoneMinutes>[0-5][0-9])|Z)?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        250)]
    private static partial Regex Pattern();
}
