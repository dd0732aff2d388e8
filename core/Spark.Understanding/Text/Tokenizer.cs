using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Spark.Understanding.Text;

/// <summary>Splits a text into words in normal form that know where they came from.</summary>
internal static class Tokenizer
{
    public static List<Token> Split(string text)
    {
        if (text.Length > TextNormalizer.MaximumLength)
        {
            return [];
        }

        var folded = new StringBuilder(text.Length);
        var origins = new List<Origin>(text.Length);
        int start = 0;
        while (start < text.Length)
        {
            int end = FindClusterEnd(text, start);
            AppendCluster(folded, text.AsSpan(start, end - start));
            while (origins.Count < folded.Length)
            {
                origins.Add(new Origin(start, end));
            }

            start = end;
        }

        return Cut(folded.ToString(), origins);
    }

    internal static int FindClusterEnd(ReadOnlySpan<char> text, int start)
    {
        int end = start + RuneAt(text, start).Length;
        while (end < text.Length && RuneAt(text, end) is { Length: > 0 } next && CharacterFolding.IsMark(next.Rune))
        {
            end += next.Length;
        }

        return end;
    }

    internal static (Rune Rune, int Length) RuneAt(ReadOnlySpan<char> text, int index) =>
        Rune.DecodeFromUtf16(text[index..], out Rune rune, out int length) == System.Buffers.OperationStatus.Done
            ? (Punctuation.IsNoCharacter(rune) ? new Rune(' ') : rune, length)
            : (new Rune(' '), 1);

    internal static void AppendCluster(StringBuilder folded, ReadOnlySpan<char> cluster)
    {
        if (Rune.DecodeFromUtf16(cluster, out Rune first, out _) != System.Buffers.OperationStatus.Done || Punctuation.IsNoCharacter(first))
        {
            folded.Append(' ');
        }
        else if (Punctuation.IsApostrophe(first))
        {
            folded.Append('\'');
        }
        else if (Rune.GetUnicodeCategory(first) != UnicodeCategory.Format)
        {
            CharacterFolding.Append(folded, cluster);
        }
    }

    private static List<Token> Cut(string folded, List<Origin> origins)
    {
        var tokens = new List<Token>();
        var word = new StringBuilder();
        int wordStart = 0;
        int wordEnd = 0;

        for (int index = 0; index < folded.Length;)
        {
            (Rune rune, int length) = RuneAt(folded, index);
            Origin origin = origins[index];
            if (IsWordRune(rune))
            {
                wordStart = word.Length == 0 ? origin.Start : wordStart;
                wordEnd = origin.End;
                word.Append(folded, index, length);
            }
            else if (rune.Value != '\'' || !JoinsLetters(folded, index))
            {
                Flush();
                if (IsSymbol(rune))
                {
                    tokens.Add(new Token(rune.ToString(), origin.Start, origin.End));
                }
            }

            index += length;
        }

        Flush();
        return tokens;

        void Flush()
        {
            if (word.Length > 0)
            {
                tokens.Add(new Token(word.ToString(), wordStart, wordEnd));
                word.Clear();
            }
        }
    }

    // "can't" and "cant" are one word; "'tis" and a quoted word are not joined to what precedes them.
    internal static bool JoinsLetters(ReadOnlySpan<char> folded, int index) =>
        index > 0 && index + 1 < folded.Length && char.IsLetter(folded[index - 1]) && char.IsLetter(folded[index + 1]);

    internal static bool IsWordRune(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.IsNumber(rune) || CharacterFolding.IsMark(rune);

    internal static bool IsSymbol(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.CurrencySymbol or UnicodeCategory.MathSymbol or UnicodeCategory.OtherSymbol;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Origin(int Start, int End);
}
