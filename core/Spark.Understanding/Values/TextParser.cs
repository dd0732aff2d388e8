using System.Globalization;
using System.Text;
using Spark.Understanding.Text;

namespace Spark.Understanding.Values;

/// <summary>
/// <c>text</c>: the whole answer, trimmed and otherwise as written. Bounds count characters as people see them;
/// a pattern must match the whole. Never embedded, for there is no telling what to leave out.
/// </summary>
internal sealed class TextParser : IValueParser
{
    public string Type => "text";

    public ParsedValue? Parse(string text, ValueContext context)
    {
        if (text.Length > TextNormalizer.MaximumLength)
        {
            return null;
        }

        string value = text.Trim();
        if (value.Length == 0 || !HasAllowedLength(value, context))
        {
            return null;
        }

        return context.Pattern is null || ValuePattern.Matches(context.Pattern, value) ? ParsedValue.Of(value) : null;
    }

    private static bool HasAllowedLength(string value, ValueContext context)
    {
        if (context.Min is null && context.Max is null)
        {
            return true;
        }

        // What people see as characters; of ASCII only a line end takes two.
        int length = Ascii.IsValid(value) && !value.Contains('\r') ? value.Length : new StringInfo(value).LengthInTextElements;
        return !(length < context.Min) && !(length > context.Max);
    }
}
