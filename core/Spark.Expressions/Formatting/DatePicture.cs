using System.Globalization;
using Spark.Expressions.Values;

namespace Spark.Expressions.Formatting;

/// <summary>A picture such as <c>[D01]/[M01]/[Y0001]</c>, as XPath's format-dateTime has it.</summary>
internal static class DatePicture
{
    public const string Iso = "[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]";

    private const string Numeric = "YMDdFWwXxHhmsf";

    public static List<DatePart> Parse(string picture)
    {
        var parts = new List<DatePart>();
        var start = 0;
        var at = 0;
        while (at < picture.Length)
        {
            if (picture[at] != '[')
            {
                at++;
                continue;
            }

            AddLiteral(parts, picture[start..at]);
            if (at + 1 < picture.Length && picture[at + 1] == '[')
            {
                parts.Add(new DatePart { Literal = "[" });
                at += 2;
            }
            else
            {
                var end = picture.IndexOf(']', at);
                if (end < 0)
                {
                    throw Failure.New("D3135", "A [ of the date picture has no ]");
                }

                parts.Add(ParseMarker(string.Concat(picture[(at + 1)..end].Where(letter => !char.IsWhiteSpace(letter))), parts));
                at = end + 1;
            }

            start = at;
        }

        AddLiteral(parts, picture[start..]);
        return parts;
    }

    private static void AddLiteral(List<DatePart> parts, string text)
    {
        if (text.Length > 0)
        {
            parts.Add(new DatePart { Literal = text.Replace("]]", "]", StringComparison.Ordinal) });
        }
    }

    private static DatePart ParseMarker(string marker, List<DatePart> before)
    {
        var component = marker.Length > 0 ? marker[0] : ' ';
        var comma = marker.LastIndexOf(',');
        var (least, most) = comma < 0 ? (null, null) : ParseWidth(marker[(comma + 1)..]);
        var presentation = comma < 0 ? marker[Math.Min(1, marker.Length)..] : marker[1..Math.Max(1, comma)];
        var modifier = ' ';
        if (presentation.Length > 1 && "atco".Contains(presentation[^1]))
        {
            modifier = presentation[^1];
            presentation = presentation[..^1];
        }

        if (presentation.Length == 0)
        {
            presentation = DefaultOf(component) ?? throw Failure.New("D3132", $"A date picture has no component \"{(marker.Length > 0 ? component : "")}\"");
        }

        if (presentation[0] is 'n' or 'N')
        {
            var letterCase = presentation[0] == 'n' ? LetterCase.Lower : presentation.Length > 1 && presentation[1] == 'n' ? LetterCase.Title : LetterCase.Upper;
            return new DatePart { Component = component, Names = letterCase, MaximumWidth = most };
        }

        if (component is 'Z' or 'z')
        {
            return new DatePart { Component = component, Integer = IntegerPicture.Parse(presentation), ShowsZulu = modifier == 't' };
        }

        return Numeric.Contains(component)
            ? NumericPart(component, modifier == ' ' ? presentation : presentation + ";" + modifier, least, most, before)
            : new DatePart { Component = component, MaximumWidth = most };
    }

    private static DatePart NumericPart(char component, string picture, int? least, int? most, List<DatePart> before)
    {
        var integer = IntegerPicture.Parse(picture);
        integer.MandatoryDigits = Math.Max(integer.MandatoryDigits, Math.Min(least ?? 0, 1000));
        var digits = -1;
        if (component == 'Y')
        {
            if (most is { } width)
            {
                integer.MandatoryDigits = Math.Min(width, 1000);
                digits = width;
            }
            else if (integer.MandatoryDigits + integer.OptionalDigits >= 2)
            {
                digits = integer.MandatoryDigits + integer.OptionalDigits;
            }
        }

        // Two numbers with nothing between them can only be told apart by their width.
        if (before.Count > 0 && before[^1].Integer is { } previous)
        {
            previous.ParseWidth = previous.MandatoryDigits;
        }

        return new DatePart { Component = component, Integer = integer, MaximumWidth = most, YearDigits = digits };
    }

    private static (int? Least, int? Most) ParseWidth(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? (Width(text), null) : (Width(text[..dash]), Width(text[(dash + 1)..]));
    }

    private static int? Width(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var width) ? width : null;

    private static string? DefaultOf(char component) => component switch
    {
        'Y' or 'M' or 'D' or 'd' or 'W' or 'w' or 'X' or 'x' or 'H' or 'h' or 'f' => "1",
        'm' or 's' => "01",
        'F' or 'P' or 'C' or 'E' => "n",
        'Z' or 'z' => "01:01",
        _ => null,
    };
}
