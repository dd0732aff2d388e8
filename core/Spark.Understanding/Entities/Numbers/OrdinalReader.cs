using Spark.Understanding.Entities.Pieces;
using Spark.Understanding.Entities.Words;

namespace Spark.Understanding.Entities.Numbers;

/// <summary>Reads ordinals: "21st", "twenty-first", "vijfendertigste", "milésimo tricentésimo cuadragésimo".</summary>
internal sealed class OrdinalReader(LanguageTable table, CardinalReader cardinals, Func<string, bool> mayStart)
{
    private readonly bool _unitsFirst = table.Has("units-first");
    private readonly bool _byTwenties = table.Has("by-twenties");

    /// <summary>The ordinal at the index, in digits or words; null when none begins here.</summary>
    public NumberReading? Read(PiecedText text, int index) => ReadDigits(text, index) ?? ReadWords(text, index, isPlural: true);

    public NumberReading? ReadDigits(PiecedText text, int index) =>
        text.Digits(index) is { Length: > 0 and < 16 } digits && text.IsGlued(index + 1) && table.Longest("ordinal-ending", text, index + 1) is { } ending
        && !(text.IsGlued(ending.Next) && text.Is(ending.Next, PieceKind.Word))
            ? new(CardinalReader.ToDouble(digits), ending.Next, NumberKind.Integer, true)
            : null;

    /// <summary>An ordinal in words. The last of its parts is an ordinal, the ones before it are cardinals or ordinals.</summary>
    public NumberReading? ReadWords(PiecedText text, int index, bool isPlural) =>
        mayStart(text.At(index)) ? text.Once(this, index, isPlural, () => ReadParts(text, index, isPlural)) : null;

    private NumberReading? ReadParts(PiecedText text, int index, bool isPlural)
    {
        var sum = new Cardinal(_unitsFirst, _byTwenties);
        NumberReading? found = null;
        int next = index;
        bool hasOrdinal = false;
        for (int part = 0; part < CardinalReader.MostParts; part++)
        {
            Cardinal attempt = sum.Copy();
            int at = sum.IsEmpty ? next : SkipLink(text, next, attempt);
            if (ReadOrdinalPart(text, at, attempt, isPlural) is { } ordinal && ordinal > at)
            {
                hasOrdinal = true;
                found = new(attempt.Value, ordinal, NumberKind.Integer, false);
                (sum, next) = (attempt, ordinal);
                continue;
            }

            attempt = sum.Copy();
            at = sum.IsEmpty ? next : SkipLink(text, next, attempt);
            int end = hasOrdinal ? at : ReadCardinalPart(text, at, attempt);
            if (end == at)
            {
                return found;
            }

            (sum, next) = (attempt, end);
        }

        return found;
    }

    /// <summary>A number word that carries one of the endings of a category, in one word: "veintiunavo", "Fünftel".</summary>
    public NumberReading? ReadStem(PiecedText text, int index, string endings)
    {
        string word = text.Is(index, PieceKind.Word) ? text.At(index) : string.Empty;
        var sum = new Cardinal(_unitsFirst, _byTwenties);
        return AddStem(word, endings, sum) ? new(sum.Value, index + 1, NumberKind.Fraction, false) : null;
    }

    private int SkipLink(PiecedText text, int index, Cardinal sum)
    {
        if (table.Longest("link", text, index) is { } link)
        {
            sum.Link();
            return link.Next;
        }

        return text.At(index) == "-" ? index + 1 : index;
    }

    private int ReadCardinalPart(PiecedText text, int index, Cardinal sum)
    {
        if (table.Longest("cardinal", text, index) is { } cardinal)
        {
            return sum.Add(CardinalReader.ToDouble(cardinal.Meaning), isDigits: false) ? cardinal.Next : index;
        }

        if (table.Longest("scale", text, index) is { } scale)
        {
            return sum.AddScale(CardinalReader.ToDouble(scale.Meaning)) ? scale.Next : index;
        }

        return text.Is(index, PieceKind.Word) && cardinals.AddCompound(text.At(index), sum) ? index + 1 : index;
    }

    private int? ReadOrdinalPart(PiecedText text, int index, Cardinal sum, bool isPlural)
    {
        if (table.Longest("ordinal", text, index) is { } ordinal)
        {
            return sum.Add(CardinalReader.ToDouble(ordinal.Meaning), isDigits: false) ? ordinal.Next : null;
        }

        if (isPlural && table.Longest("ordinals", text, index) is { } plural)
        {
            return sum.Add(CardinalReader.ToDouble(plural.Meaning), isDigits: false) ? plural.Next : null;
        }

        if ((table.Longest("ordinal-scale", text, index) ?? (isPlural ? table.Longest("ordinal-scales", text, index) : null)) is { } scale)
        {
            return sum.AddScale(CardinalReader.ToDouble(scale.Meaning)) ? scale.Next : null;
        }

        return text.Is(index, PieceKind.Word) && AddStem(text.At(index), "ordinal-suffix", sum) ? index + 1 : null;
    }

    // "vijf|en|dertig|ste", "venticinqu(e)|esimo", "drei|tausend|ste".
    private bool AddStem(string word, string endings, Cardinal sum)
    {
        foreach (string ending in table.Setting(endings).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!word.EndsWith(ending, StringComparison.Ordinal) || word.Length == ending.Length)
            {
                continue;
            }

            string stem = word[..^ending.Length];
            foreach (string vowel in table.Setting("elided").Split(' ').Prepend(string.Empty))
            {
                Cardinal attempt = sum.Copy();
                if (AddWhole(stem + vowel, attempt))
                {
                    return AddWhole(stem + vowel, sum);
                }
            }

            // "honderd|eerste": the last part is an ordinal of its own.
        }

        return AddListedEnd(word, endings, sum);
    }

    private bool AddListedEnd(string word, string endings, Cardinal sum)
    {
        if (endings != "ordinal-suffix" || !table.Has("compound"))
        {
            return false;
        }

        for (int split = word.Length - 2; split > 1; split--)
        {
            if (table.Category("ordinal").Find(word[split..]) is { } meaning && sum.Copy() is var attempt && AddWhole(Unlinked(word[..split]), attempt)
                && attempt.Add(CardinalReader.ToDouble(meaning), isDigits: false))
            {
                AddWhole(Unlinked(word[..split]), sum);
                return sum.Add(CardinalReader.ToDouble(meaning), isDigits: false);
            }
        }

        return false;
    }

    private string Unlinked(string stem) =>
        table.Setting("link-suffix") is { Length: > 0 } link && stem.EndsWith(link, StringComparison.Ordinal) && CompoundWord.Split(stem, table).Count == 0
            ? stem[..^link.Length]
            : stem;

    private bool AddWhole(string word, Cardinal sum)
    {
        if (table.Category("cardinal").Find(word) is { } cardinal)
        {
            return sum.Add(CardinalReader.ToDouble(cardinal), isDigits: false);
        }

        return table.Category("scale").Find(word) is { } scale ? sum.AddScale(CardinalReader.ToDouble(scale)) : cardinals.AddCompound(word, sum);
    }
}
