using Spark.Expressions.Values;

namespace Spark.Expressions.Templates;

/// <summary>Finds the placeholders of a text.</summary>
internal static class PlaceholderReader
{
    public static List<PlaceholderPart> Read(string text)
    {
        var parts = new List<PlaceholderPart>();
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf("{{", at, StringComparison.Ordinal);
            if (open < 0)
            {
                break;
            }

            // Of three braces the last two are the placeholder's: {{{a}} is a brace and a placeholder.
            while (open + 2 < text.Length && text[open + 2] == '{')
            {
                open++;
            }

            var close = text.IndexOf("}}", open + 2, StringComparison.Ordinal);
            if (close < 0)
            {
                throw Failure.At("U1011", open + 2, "{{", "The placeholder has no closing }}");
            }

            AddLiteral(parts, text[at..open], at);
            parts.Add(new PlaceholderPart(NameOf(text[(open + 2)..close], open + 2), true, open));
            at = close + 2;
        }

        AddLiteral(parts, text[at..], at);
        return parts;
    }

    private static void AddLiteral(List<PlaceholderPart> parts, string text, int position)
    {
        if (text.Length > 0)
        {
            parts.Add(new PlaceholderPart(text, false, position));
        }
    }

    private static string NameOf(string inner, int position)
    {
        var name = inner.Trim();
        return name.Length > 0 && name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-' or '.')
            ? name
            : throw Failure.At("U1011", position + inner.Length, inner, $"\"{name}\" is no name of a parameter: letters, digits, \"_\", \"-\" and \".\"");
    }
}
