using System.Globalization;
using System.Text;

namespace Spark.Expressions.Functions;

/// <summary>Strings as people count them: by characters, not by UTF-16 units.</summary>
internal static class Letters
{
    // What becomes several letters in upper case; the library maps letters one to one.
    private static readonly Dictionary<char, string> Expanding = new()
    {
        ['ß'] = "SS", ['ŉ'] = "ʼN", ['ǰ'] = "J̌", ['ΐ'] = "Ϊ́", ['ΰ'] = "Ϋ́", ['և'] = "ԵՒ",
        ['ẖ'] = "H̱", ['ẗ'] = "T̈", ['ẘ'] = "W̊", ['ẙ'] = "Y̊", ['ẚ'] = "Aʾ",
        ['ﬀ'] = "FF", ['ﬁ'] = "FI", ['ﬂ'] = "FL", ['ﬃ'] = "FFI", ['ﬄ'] = "FFL", ['ﬅ'] = "ST", ['ﬆ'] = "ST",
    };

    public static int Count(string text)
    {
        var count = text.Length;
        for (var index = 1; index < text.Length; index++)
        {
            count -= char.IsLowSurrogate(text[index]) && char.IsHighSurrogate(text[index - 1]) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The characters from one position up to another, both counted in characters.</summary>
    public static string Slice(string text, double from, double to)
    {
        var length = Count(text);
        var start = Clamp(from, length);
        var end = Clamp(to, length);
        if (start >= end)
        {
            return "";
        }

        return length == text.Length
            ? text[start..end]
            : text[UnitOf(text, start)..UnitOf(text, end)];
    }

    public static string ToUpper(string text)
    {
        var upper = text.ToUpperInvariant();
        if (!text.Any(Expanding.ContainsKey))
        {
            return upper;
        }

        var built = new StringBuilder();
        foreach (var letter in upper)
        {
            built.Append(Expanding.GetValueOrDefault(letter) ?? letter.ToString());
        }

        return built.ToString();
    }

    public static string ToLower(string text)
    {
        var lower = text.Replace("İ", "i̇", StringComparison.Ordinal).ToLowerInvariant();
        return text.Contains('Σ', StringComparison.Ordinal) ? WithFinalSigma(text, lower) : lower;
    }

    // A capital sigma that ends a word has a form of its own.
    private static string WithFinalSigma(string text, string lower)
    {
        if (lower.Length != text.Length)
        {
            return lower;
        }

        var letters = lower.ToCharArray();
        for (var index = 1; index < letters.Length; index++)
        {
            var ends = index + 1 == letters.Length || !IsCased(text[index + 1]);
            if (text[index] == 'Σ' && IsCased(text[index - 1]) && ends)
            {
                letters[index] = 'ς';
            }
        }

        return new string(letters);
    }

    private static bool IsCased(char letter) =>
        CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter;

    // As ECMAScript's slice: cut to an integer, from the end when negative.
    private static int Clamp(double position, int length)
    {
        var whole = double.IsNaN(position) ? 0 : Math.Truncate(position);
        return (int)(whole < 0 ? Math.Max(0, length + whole) : Math.Min(whole, length));
    }

    private static int UnitOf(string text, int character)
    {
        var unit = 0;
        for (; character > 0; character--)
        {
            unit += char.IsHighSurrogate(text[unit]) && unit + 1 < text.Length && char.IsLowSurrogate(text[unit + 1]) ? 2 : 1;
        }

        return unit;
    }
}
