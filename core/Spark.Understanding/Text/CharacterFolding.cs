using System.Globalization;
using System.Text;

namespace Spark.Understanding.Text;

/// <summary>Folds one character with its combining marks into the form in which it is compared.</summary>
internal static class CharacterFolding
{
    private static readonly Dictionary<char, string> Letters = new()
    {
        // Letters that no Unicode decomposition takes apart, as people type them on a keyboard without them.
        ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['ø'] = "o", ['ł'] = "l", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th",
        ['ı'] = "i", ['ς'] = "σ",
    };

    public static void Append(StringBuilder target, ReadOnlySpan<char> cluster)
    {
        if (cluster.Length == 1 && cluster[0] < 128)
        {
            target.Append(char.ToLowerInvariant(cluster[0]));
            return;
        }

        string decomposed = cluster.ToString().Normalize(NormalizationForm.FormKD).ToLowerInvariant();
        var folded = new StringBuilder(decomposed.Length);
        bool keepsMarks = false;
        foreach (Rune rune in decomposed.EnumerateRunes())
        {
            if (IsMark(rune))
            {
                if (keepsMarks && !IsOptionalMark(rune))
                {
                    folded.Append(rune);
                }

                continue;
            }

            keepsMarks = Rune.IsLetter(rune) && !IsLatinOrGreek(rune);
            AppendLetter(folded, rune);
        }

        target.Append(folded.ToString().Normalize(NormalizationForm.FormC));
    }

    public static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static void AppendLetter(StringBuilder folded, Rune rune)
    {
        int digit = rune.IsBmp ? CharUnicodeInfo.GetDecimalDigitValue((char)rune.Value) : -1;
        if (Punctuation.IsApostrophe(rune))
        {
            folded.Append('\'');
        }
        else if (digit >= 0)
        {
            folded.Append((char)('0' + digit));
        }
        else if (rune.IsBmp && Letters.TryGetValue((char)rune.Value, out string? plain))
        {
            folded.Append(plain);
        }
        else
        {
            folded.Append(rune);
        }
    }

    // In other scripts a mark makes another letter (Cyrillic й, kana ガ, Thai and Indic vowels), so it stays.
    private static bool IsLatinOrGreek(Rune rune) => rune.Value is < 0x0400 or (>= 0x1D00 and < 0x2000) or (>= 0x2C60 and < 0x2C80) or (>= 0xA720 and < 0xA800);

    // Hebrew points and Arabic vowel signs are left out by most who write them; so are variation selectors.
    private static bool IsOptionalMark(Rune rune) => rune.Value is (>= 0x0591 and <= 0x05C7) or (>= 0x064B and <= 0x0652) or (>= 0xFE00 and <= 0xFE0F);
}
