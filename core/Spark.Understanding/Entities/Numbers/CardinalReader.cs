using System.Globalization;
using Spark.Understanding.Entities.Pieces;
using Spark.Understanding.Entities.Words;

namespace Spark.Understanding.Entities.Numbers;

/// <summary>Reads numbers in words, or in words and digits: "two hundred and five", "4 thousand 3 hundred", "tweeëntwintig".</summary>
internal sealed class CardinalReader(LanguageTable table, NumeralReader numerals)
{
    /// <summary>The longest number that people say has thirty words; a text that goes on for ever is read as many numbers.</summary>
    public const int MostParts = 40;

    private readonly bool _unitsFirst = table.Has("units-first");
    private readonly bool _byTwenties = table.Has("by-twenties");

    /// <summary>The number at the index as far as it goes, and then all shorter ways to end it.</summary>
    public IReadOnlyList<NumberReading> Read(PiecedText text, int index) => text.Once(this, index, variant: false, () => ReadAll(text, index));

    private List<NumberReading> ReadAll(PiecedText text, int index)
    {
        List<NumberReading> found = [];
        var sum = new Cardinal(_unitsFirst, _byTwenties);
        NumberReading? beforeLink = null;
        NumberKind kind = NumberKind.Integer;
        int next = SkipArticle(text, index);
        while (found.Count < MostParts)
        {
            Cardinal attempt = sum.Copy();
            int at = SkipLink(text, next, attempt, out bool isLinked);
            int end = ReadPart(text, at, attempt, isLinked, ref kind);
            if (end == at || !double.IsFinite(attempt.Value))
            {
                return found;
            }

            beforeLink = isLinked && found.Count > 0 ? found[0] : beforeLink;
            sum = attempt;
            next = end;
            found.Insert(0, new NumberReading(sum.Value, next, kind, text.Is(index, PieceKind.Digits)) { OpenScale = sum.OpenScale, BeforeLink = beforeLink });
        }

        return found;
    }

    /// <summary>Adds the parts of a word that is written together; false when it is no number or does not fit.</summary>
    public bool AddCompound(string word, Cardinal sum)
    {
        List<string> parts = CompoundWord.Split(word, table);
        if (parts.Count == 0 || table.Category("link").Find(parts[0]) is not null || table.Category("link").Find(parts[^1]) is not null)
        {
            return false;
        }

        return parts.TrueForAll(part => AddPart(CompoundWord.Find(part, table)!.Value, sum));
    }

    private static bool AddPart((string Category, string Meaning) part, Cardinal sum)
    {
        switch (part.Category)
        {
            case "link":
                sum.Link();
                return true;
            case "scale":
                return sum.AddScale(ToDouble(part.Meaning));
            default:
                return sum.Add(ToDouble(part.Meaning), isDigits: false);
        }
    }

    private int SkipArticle(PiecedText text, int index)
    {
        if (table.Longest("article", text, index) is not { } article)
        {
            return index;
        }

        bool counts = table.Longest("scale", text, article.Next) is not null || table.Longest("dozen", text, article.Next) is not null;
        return counts ? article.Next : index;
    }

    private int SkipLink(PiecedText text, int index, Cardinal sum, out bool isLinked)
    {
        isLinked = !sum.IsEmpty && table.Longest("link", text, index) is not null;
        if (isLinked)
        {
            sum.Link();
            return index + 1;
        }

        return !sum.IsEmpty && text.At(index) == "-" && text.Is(index + 1, PieceKind.Word) && text.Is(index - 1, PieceKind.Word) ? index + 1 : index;
    }

    private int ReadPart(PiecedText text, int index, Cardinal sum, bool isLinked, ref NumberKind kind)
    {
        if (text.Is(index, PieceKind.Digits) || (sum.IsEmpty && text.Is(index, PieceKind.Sign)))
        {
            return ReadDigits(text, index, sum, isLinked, ref kind);
        }

        if (table.Longest("cardinal", text, index) is { } cardinal)
        {
            return sum.Add(ToDouble(cardinal.Meaning), isDigits: false) ? cardinal.Next : index;
        }

        if (sum.IsEmpty && table.Longest("fraction", text, index) is { } fraction)
        {
            kind = NumberKind.Fraction;
            return sum.Add(ToDouble(fraction.Meaning), isDigits: false) ? fraction.Next : index;
        }

        if (table.Longest("scale", text, index) is { } scale)
        {
            return sum.AddScale(ToDouble(scale.Meaning)) ? scale.Next : index;
        }

        if (table.Longest("dozen", text, index) is { } dozen)
        {
            return sum.AddDozen() ? dozen.Next : index;
        }

        // "settant'anni": a shortened word stands only before an apostrophe.
        bool isShortened = text.Is(index, PieceKind.Word) && table.Category("bound").Find(text.At(index)) is not null && text.At(index + 1) != "'";
        return text.Is(index, PieceKind.Word) && !isShortened && AddCompound(text.At(index), sum) ? index + 1 : index;
    }

    private int ReadDigits(PiecedText text, int index, Cardinal sum, bool isLinked, ref NumberKind kind)
    {
        bool isFirst = sum.IsEmpty;
        if ((!isFirst && ((sum.OpenScale < 100 && !isLinked) || !text.Is(index - 1, PieceKind.Word))) || numerals.Read(text, index) is not { } numeral || (!isFirst && numeral.Value < 1)
            || !sum.Add(numeral.Value, isDigits: true))
        {
            return index;
        }

        kind = isFirst ? numeral.Kind : kind;
        foreach ((string meaning, int next) in table.Category("digit-scale").Read(text, numeral.Next))
        {
            // "M" is a million, "m" a metre: a meaning with a mark holds for capitals only.
            bool isCapital = char.IsUpper(text.Source[text[numeral.Next].Start]);
            if ((!meaning.EndsWith('!') || isCapital) && !(text.IsGlued(next) && text.Is(next, PieceKind.Word)) && sum.AddScale(ToDouble(meaning.TrimEnd('!'))))
            {
                return next;
            }
        }

        return numeral.Next;
    }

    internal static double ToDouble(string written) => double.Parse(written, NumberStyles.Float, CultureInfo.InvariantCulture);
}
