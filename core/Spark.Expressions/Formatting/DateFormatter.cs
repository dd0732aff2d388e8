using System.Globalization;
using System.Text;
using Spark.Expressions.Values;

namespace Spark.Expressions.Formatting;

/// <summary>Writes a moment by a picture.</summary>
internal static class DateFormatter
{
    public static string Format(double millis, string picture, string? timeZone)
    {
        var parts = DatePicture.Parse(picture);

        // A zone is hours and minutes in one number, split as the reference does.
        var zone = ReadZone(timeZone);
        var hours = (int)Math.Floor(zone / 100.0);
        var minutes = zone % 100;
        var date = new CivilDate(millis + (((hours * 60) + minutes) * 60_000.0));
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part.Literal ?? FormatPart(date, part, hours, minutes));
        }

        return text.ToString();
    }

    private static int ReadZone(string? text)
    {
        if (text is null)
        {
            return 0;
        }

        var trimmed = text.TrimStart();
        var end = trimmed.Length > 0 && trimmed[0] is '+' or '-' ? 1 : 0;
        while (end < trimmed.Length && char.IsAsciiDigit(trimmed[end]) && end < 8)
        {
            end++;
        }

        return int.TryParse(trimmed.AsSpan(0, end), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var zone)
            ? zone
            : throw Failure.New("U1010", $"\"{text}\" is no time zone: expected an offset such as +0100");
    }

    private static string FormatPart(CivilDate date, DatePart part, int hours, int minutes) => part.Component switch
    {
        'Z' or 'z' => FormatZone(part, hours, minutes),
        'P' => part.Names == LetterCase.Upper ? (date.Hour >= 12 ? "PM" : "AM") : date.Hour >= 12 ? "pm" : "am",
        'C' or 'E' => "ISO",
        _ => FormatNumber(date, part),
    };

    private static string FormatNumber(CivilDate date, DatePart part)
    {
        var value = Fragment(date, part.Component);
        if (part.Names is not { } letterCase)
        {
            var shown = part is { Component: 'Y', YearDigits: >= 0 } ? value % Math.Pow(10, part.YearDigits) : value;
            return part.Integer!.Format(shown);
        }

        var names = DateNames.Of(part.Component)
            ?? throw Failure.New("D3133", $"Only months and days have names, not the component \"{part.Component}\"");
        var name = names[(int)value - 1];
        name = letterCase switch
        {
            LetterCase.Upper => name.ToUpperInvariant(),
            LetterCase.Lower => name.ToLowerInvariant(),
            _ => name,
        };
        return part.MaximumWidth is { } width && name.Length > width ? name[..width] : name;
    }

    private static string FormatZone(DatePart part, int hours, int minutes)
    {
        var offset = (hours * 100) + minutes;
        if (offset == 0 && part.ShowsZulu)
        {
            return "Z";
        }

        var sign = (part.Component == 'z' ? "GMT" : "") + (offset >= 0 ? "+" : "");
        var integer = part.Integer ?? throw Failure.New("D3134", "A time zone is shown in digits, not by name");

        if (integer.RegularGrouping > 0 || integer.MandatoryDigits is 3 or 4)
        {
            return sign + integer.Format(offset);
        }

        if (integer.MandatoryDigits is not (1 or 2))
        {
            throw Failure.New("D3134", $"A time zone has at most four digits, not {integer.MandatoryDigits}");
        }

        return sign + integer.Format(hours) + (minutes == 0 ? "" : ":" + minutes.ToString("00", CultureInfo.InvariantCulture));
    }

    /// <summary>A component as a number.</summary>
    public static double Fragment(CivilDate date, char component) => component switch
    {
        'Y' => date.Year,
        'M' => date.Month,
        'D' => date.DayOfMonth,
        'd' => date.DayOfYear,
        'F' => date.DayOfWeek,
        'W' => date.WeekOfYear().Week,
        'X' => date.WeekOfYear().Year,
        'w' => date.WeekOfMonth().Week,
        'x' => date.WeekOfMonth().Month,
        'H' => date.Hour,
        'h' => date.Hour % 12 == 0 ? 12 : date.Hour % 12,
        'P' => date.Hour >= 12 ? 1 : 0,
        'm' => date.Minute,
        's' => date.Second,
        'f' => date.Millisecond,
        _ => 0,
    };
}
