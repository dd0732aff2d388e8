using System.Globalization;
using System.Text.RegularExpressions;
using Spark.Expressions.Values;

namespace Spark.Expressions.Formatting;

/// <summary>Finds in a text the parts that a date picture describes.</summary>
internal static class DateScanner
{
    // Work in linear time is slow only on a machine that is busy, which is no reason to fail.
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(10);

    /// <summary>The text of each part; null when the text is not of this picture.</summary>
    public static string[]? Scan(string text, IReadOnlyList<DatePart> parts)
    {
        var pattern = "^" + string.Concat(parts.Select(part => $"({PatternOf(part)})")) + @"\z";
        try
        {
            // The linear-time engine: the picture may come from an expression.
            var match = Regex.Match(text, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, TimeLimit);
            return match.Success ? [.. match.Groups.Values.Skip(1).Select(group => group.Value)] : null;
        }
        catch (RegexMatchTimeoutException slow)
        {
            throw new ExpressionException("U1006", -1, null, "A date took too long to read", slow);
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            throw new ExpressionException("U1009", -1, null, "The date picture is too large", wrong);
        }
    }

    /// <summary>What the text of a part says; null when it says nothing that is known.</summary>
    public static double? ValueOf(DatePart part, string text)
    {
        if (part.Component is 'Z' or 'z')
        {
            return ReadZone(part, text);
        }

        if (part is { Component: 'f', Integer: { Style: IntegerStyle.Decimal, IsOrdinal: false } })
        {
            // A fraction of a second, of which milliseconds count.
            return Number((text + "00")[..3]);
        }

        if (part.Integer is not null)
        {
            return part.Integer.Read(part.Integer is { Style: IntegerStyle.Letters or IntegerStyle.Roman, Case: LetterCase.Upper } ? text.ToUpperInvariant() : text);
        }

        if (part.Component == 'P')
        {
            return text switch { "am" or "AM" => 0, "pm" or "PM" => 1, _ => null };
        }

        var names = NamesOf(part);
        var index = Array.FindIndex(names, name => Shorten(name, part.MaximumWidth) == text);
        return index < 0 ? null : index + 1;
    }

    private static string PatternOf(DatePart part)
    {
        if (part.Literal is not null)
        {
            return Regex.Escape(part.Literal);
        }

        if (part.Component is 'Z' or 'z')
        {
            return (part.Component == 'z' ? "GMT" : "") + "[-+][0-9]+" + (part.Integer?.Separator is { } separator ? Regex.Escape(separator) + "[0-9]+" : "");
        }

        if (part.Integer is not { } integer)
        {
            _ = part.Component == 'P' ? [] : NamesOf(part);
            return "[a-zA-Z]+";
        }

        return integer.Style switch
        {
            IntegerStyle.Letters => "[A-Z]+",
            IntegerStyle.Roman => "[MDCLXVI]+",
            IntegerStyle.Words => "(?:" + string.Join('|', NumberWords.Words.OrderByDescending(word => word.Length)) + "|and|[-, ])+",
            IntegerStyle.Decimal => "[0-9]" + (integer.ParseWidth is { } width ? string.Create(CultureInfo.InvariantCulture, $"{{{width}}}") : "+") + (integer.IsOrdinal ? "(?:th|st|nd|rd)" : ""),
            _ => throw Failure.New("D3130", $"Numbers cannot be read as a sequence of \"{integer.Text}\""),
        };
    }

    private static string[] NamesOf(DatePart part) => DateNames.Of(part.Component)
        ?? throw Failure.New("D3133", $"Only months and days have names, not the component \"{part.Component}\"");

    private static string Shorten(string name, int? width) => width is { } most && name.Length > most ? name[..most] : name;

    // In minutes.
    private static double ReadZone(DatePart part, string text)
    {
        var digits = part.Component == 'z' ? text[3..] : text;
        var mark = part.Integer?.Separator is { } separator ? digits.IndexOf(separator, StringComparison.Ordinal) : -1;
        if (mark >= 0)
        {
            return (Number(digits[..mark]) * 60) + Number(digits[(mark + 1)..]);
        }

        return digits.Length <= 3 ? Number(digits) * 60 : (Number(digits[..3]) * 60) + Number(digits[3..]);
    }

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
