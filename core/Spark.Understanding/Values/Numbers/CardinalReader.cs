using Spark.Understanding.Languages;
using Spark.Understanding.Text;

namespace Spark.Understanding.Values.Numbers;

/// <summary>Reads numbers in words, or in words and digits: "two hundred and five", "4 thousand 3 hundred", "tweeëntwintig".</summary>
internal sealed class CardinalReader(NumberWords words, NumeralReader numerals)
{
    public Cardinal? Read(LexedText text, int index)
    {
        var sum = new CardinalSum(words.UnitsBeforeTens);
        CardinalSum? beforeLink = null;
        int next = SkipArticle(text, index);
        while (true)
        {
            CardinalSum attempt = sum.Copy();
            int at = SkipLink(text, next, attempt, out bool isLinked);
            int end = ReadPart(text, at, attempt);
            if (end == at || !double.IsFinite(attempt.Value))
            {
                return sum.IsEmpty ? null : new Cardinal(sum, beforeLink, next);
            }

            beforeLink = isLinked ? sum : beforeLink;
            sum = attempt;
            next = end;
        }
    }

    private int SkipArticle(LexedText text, int index)
    {
        bool counts = words.Articles.Contains(text.Word(index))
            && (words.Scales.TryRead(text, index + 1, out _, out _) || words.Dozens.Contains(text.Word(index + 1)));
        return counts ? index + 1 : index;
    }

    private int SkipLink(LexedText text, int index, CardinalSum sum, out bool isLinked)
    {
        isLinked = !sum.IsEmpty && words.Links.Contains(text.Word(index));
        if (isLinked)
        {
            sum.Link();
            return index + 1;
        }

        return !sum.IsEmpty && text.IsSign(index, '-') && text.Is(index + 1, LexemeKind.Word) ? index + 1 : index;
    }

    private int ReadPart(LexedText text, int index, CardinalSum sum)
    {
        if (text.Word(index).Length == 0)
        {
            return ReadDigits(text, index, sum);
        }

        if (words.Cardinals.TryRead(text, index, out double cardinal, out int next)
            || (sum.IsEmpty && words.FractionNumbers.TryRead(text, index, out cardinal, out next)))
        {
            return sum.Add(cardinal, isDigits: false) ? next : index;
        }

        if (words.Scales.TryRead(text, index, out double scale, out next))
        {
            return sum.AddScale(scale) ? next : index;
        }

        if (words.Dozens.Contains(text.Word(index)))
        {
            return sum.AddDozen() ? index + 1 : index;
        }

        return AddCompound(CompoundWord.Split(text.Word(index), words), sum) ? index + 1 : index;
    }

    private int ReadDigits(LexedText text, int index, CardinalSum sum)
    {
        if ((!sum.IsEmpty && sum.OpenScale < 100) || numerals.Read(text, index) is not { } numeral || !double.IsFinite(numeral.Value)
            || (!sum.IsEmpty && numeral.Value < 1) || !sum.Add(numeral.Value, isDigits: true))
        {
            return index;
        }

        bool isScaled = words.DigitScales.TryRead(text, numeral.Next, out double scale, out int next) && sum.AddScale(scale);
        return isScaled ? next : numeral.Next;
    }

    private bool AddCompound(List<string> parts, CardinalSum sum)
    {
        if (parts.Count < 2)
        {
            return false;
        }

        foreach (string part in parts)
        {
            if (words.Links.Contains(part))
            {
                sum.Link();
            }
            else if (!AddPart(part, sum))
            {
                return false;
            }
        }

        return true;
    }

    private bool AddPart(string part, CardinalSum sum)
    {
        if (words.Scales.TryGet(part, out double scale))
        {
            return sum.AddScale(scale);
        }

        return words.Cardinals.TryGet(part, out double value) || words.FractionNumbers.TryGet(part, out value)
            ? sum.Add(value, isDigits: false)
            : sum.Add(0.5, isDigits: false);
    }
}
