using System.Globalization;
using System.Text;

namespace Spark.Understanding.Text;

/// <summary>
/// Prepares a text for the reading of values: one way to write each quote, dash, digit and space, but case and
/// punctuation kept, since they carry the value.
/// </summary>
internal static class TextCleaner
{
    /// <summary>The cleaned text; empty when it is longer than what is looked at.</summary>
    public static string Clean(string text)
    {
        if (text.Length > TextNormalizer.MaximumLength)
        {
            return string.Empty;
        }

        var cleaned = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            AppendSign(cleaned, rune);
        }

        string composed = cleaned.ToString().Normalize(NormalizationForm.FormKC);
        string collapsed = Collapse(composed);
        return collapsed.Length > TextNormalizer.MaximumLength ? string.Empty : collapsed;
    }

    private static void AppendSign(StringBuilder cleaned, Rune rune)
    {
        UnicodeCategory category = Rune.GetUnicodeCategory(rune);
        if (Punctuation.IsNoCharacter(rune))
        {
            cleaned.Append(' ');
        }
        else if (Punctuation.IsApostrophe(rune))
        {
            cleaned.Append('\'');
        }
        else if (Punctuation.IsQuote(rune))
        {
            cleaned.Append('"');
        }
        else if (Punctuation.IsDash(rune))
        {
            cleaned.Append('-');
        }
        else if (category == UnicodeCategory.DecimalDigitNumber)
        {
            cleaned.Append((int)Rune.GetNumericValue(rune));
        }
        else if (category == UnicodeCategory.OtherNumber && rune.ToString().Normalize(NormalizationForm.FormKC).Contains('\u2044', StringComparison.Ordinal))
        {
            // ½ decomposes into 1⁄2; the space keeps 3½ from becoming 31/2.
            cleaned.Append(' ').Append(rune);
        }
        else if (category != UnicodeCategory.Format && rune != Rune.ReplacementChar)
        {
            cleaned.Append(rune);
        }
    }

    private static string Collapse(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        foreach (char character in text)
        {
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                if (collapsed.Length > 0 && collapsed[^1] != ' ')
                {
                    collapsed.Append(' ');
                }
            }
            else
            {
                collapsed.Append(character == '\u2044' ? '/' : character);
            }
        }

        return collapsed.ToString().TrimEnd();
    }
}
