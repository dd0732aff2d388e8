using System.Globalization;
using System.Text;
using Spark.Understanding.Languages;
using Spark.Understanding.Text;

namespace Spark.Understanding.Values.Numbers;

/// <summary>Finds the one number that a text is about, and leaves alone the digits of codes, addresses and measures.</summary>
internal sealed class NumberFinder(LanguageWords language)
{
    // "doe er maar een" is an answer, a long sentence with an article is not.
    private const int LongestAnswer = 8;

    private readonly NumberWords _words = language.Numbers;
    private readonly NumberReader _reader = new(language.Numbers);

    public double? Find(string answer, bool mayBeEmbedded)
    {
        var text = new LexedText(answer);
        return SingleReading.Find(text, index => ReadAt(text, index), language.Fillers, mayBeEmbedded);
    }

    private Reading<double?>? ReadAt(LexedText text, int index)
    {
        if (_words.Ordinals.TryRead(text, index, out _, out int behindOrdinal) && !_words.Cardinals.TryRead(text, index, out _, out _))
        {
            return new(null, behindOrdinal);
        }

        if (_reader.Read(text, index) is not { } reading)
        {
            return null;
        }

        bool counts = !IsPartOfSomethingElse(text, index, reading.Next) && !IsPronoun(text, index, reading.Next)
            && !_words.Ordinals.TryRead(text, text.IsSign(reading.Next, '-') ? reading.Next + 1 : reading.Next, out _, out _);
        return counts ? reading : new(null, reading.Next);
    }

    // "180ml", "v2", "jo5@acme.com", "INV_77".
    private static bool IsPartOfSomethingElse(LexedText text, int start, int next)
    {
        bool isGluedBefore = text.IsGlued(start) && (text.Is(start - 1, LexemeKind.Word) || IsJoint(text, start - 1)
            || ((text.IsSign(start - 1, '.') || text.IsSign(start - 1, ',')) && text.IsGlued(start - 1)));
        bool isGluedBehind = text.IsGlued(next) && (text.Is(next, LexemeKind.Word) || IsJoint(text, next));
        return (text.Is(start, LexemeKind.Digits) && isGluedBefore) || (text.Is(next - 1, LexemeKind.Digits) && isGluedBehind);
    }

    private static bool IsJoint(LexedText text, int index) =>
        text.IsSign(index, '@') || text.IsSign(index, '_') || text.IsSign(index, '/') || text.IsSign(index, '=') || text.IsSign(index, '^') || text.IsSign(index, '\\');

    private bool IsPronoun(LexedText text, int start, int next)
    {
        if (next != start + 1 || !_words.Cardinals.TryGet(text.Word(start), out double value) || value != 1 || HasAcute(text.Original(start)))
        {
            return false;
        }

        if (_words.Articles.Contains(text.Word(start)))
        {
            return text.Count > LongestAnswer || !Enumerable.Range(0, text.Count).All(index => index == start || text.Is(index, LexemeKind.Sign) || language.Fillers.Contains(text.Word(index)));
        }

        return _words.BeforePronoun.Contains(text.Word(start - 1)) || _words.AfterPronoun.Contains(text.Word(next));
    }

    // Dutch marks the number "één" where the article "een" could be meant.
    private static bool HasAcute(string word) => word.Normalize(NormalizationForm.FormD)
        .Any(character => CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark && character == '\u0301');
}
