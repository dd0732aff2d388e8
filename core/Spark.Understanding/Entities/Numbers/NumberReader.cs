using System.Globalization;
using Spark.Understanding.Entities.Pieces;
using Spark.Understanding.Entities.Words;

namespace Spark.Understanding.Entities.Numbers;

/// <summary>Reads any number at a place in a text: digits, words, fractions, signs.</summary>
internal sealed class NumberReader
{
    private static readonly string[] StartCategories =
        ["cardinal", "scale", "article", "half", "fraction", "dozen", "minus", "ordinal", "ordinals", "ordinal-scale", "ordinal-scales"];

    private readonly LanguageTable _table;
    private readonly CardinalReader _cardinals;
    private readonly OrdinalReader _ordinals;

    public NumberReader(LanguageTable table)
    {
        _table = table;
        Numerals = new NumeralReader(table.Setting("decimal", ".")[0], table.Setting("group", ",")[0]);
        _cardinals = new CardinalReader(table, Numerals);
        _ordinals = new OrdinalReader(table, _cardinals, MayStart);
    }

    public NumeralReader Numerals { get; }

    public OrdinalReader Ordinals => _ordinals;

    /// <summary>Whether a piece could begin a number or an ordinal; a cheap look before it is read.</summary>
    public bool MayStart(string piece)
    {
        if (piece.Length == 0)
        {
            return false;
        }

        char first = piece[0];
        return !char.IsLetter(first)
            ? char.IsAsciiDigit(first) || first is '.' or ',' or '-' or '\'' || char.GetUnicodeCategory(first) == UnicodeCategory.OtherNumber
            : StartCategories.Any(category => _table.Category(category).MayStart(piece)) || CompoundWord.MayStart(piece, _table);
    }

    /// <summary>The number at the index, with its sign; null when none begins here.</summary>
    public NumberReading? Read(PiecedText text, int index)
    {
        if (!MayStart(text.At(index)))
        {
            return null;
        }

        int start = SkipMinus(text, index);
        NumberReading? number = ReadUnsigned(text, start);
        return number is null || start == index ? number : number with { Value = -number.Value };
    }

    /// <summary>The whole numbers without a sign that may begin here, the longest first.</summary>
    public IEnumerable<NumberReading> ReadWhole(PiecedText text, int index) =>
        _cardinals.Read(text, index).Where(number => double.IsInteger(number.Value) && number.Kind == NumberKind.Integer);

    /// <summary>The number at the index with its sign, and then all shorter ways to end it.</summary>
    public IEnumerable<NumberReading> ReadSigned(PiecedText text, int index)
    {
        if (!MayStart(text.At(index)))
        {
            return [];
        }

        int start = SkipMinus(text, index);
        return ReadAny(text, start).Select(number => start == index ? number : number with { Value = -number.Value });
    }

    /// <summary>Numbers without a sign, the longest first, then their shorter beginnings.</summary>
    public IEnumerable<NumberReading> ReadAny(PiecedText text, int index)
    {
        NumberReading? longest = ReadUnsigned(text, index);
        return longest is null ? [] : _cardinals.Read(text, index).Where(number => number.Next < longest.Next).Prepend(longest);
    }

    private int SkipMinus(PiecedText text, int index)
    {
        if (_table.Longest("minus", text, index) is { } minus)
        {
            return minus.Next;
        }

        // Between two numbers a dash is no sign, nor is one that hangs on to a word.
        return text.At(index) == "-" && !text.IsGlued(index) && !text.Is(index - 1, PieceKind.Digits) ? index + 1 : index;
    }

    private NumberReading? ReadUnsigned(PiecedText text, int index)
    {
        if (ReadPart(text, index) is { } part)
        {
            return Multiply(text, part);
        }

        IReadOnlyList<NumberReading> ways = _cardinals.Read(text, index);
        if (ways.Count == 0)
        {
            return null;
        }

        return ReadQuotient(text, ways) ?? ReadPoint(text, ways[0]) ?? AddFraction(text, ways[0]);
    }

    /// <summary>"a half", "one third", "half": a fraction of one.</summary>
    private NumberReading? ReadPart(PiecedText text, int index)
    {
        int at = index;
        bool isCounted = false;
        if (_table.Longest("article", text, index) is { } article)
        {
            (at, isCounted) = (article.Next, true);
        }
        else if (_table.Longest("cardinal", text, index) is { Meaning: "1" } one)
        {
            (at, isCounted) = (one.Next, true);
        }

        at = SkipDash(text, at);
        if (_table.Longest("half", text, at) is { } half)
        {
            return new(0.5, half.Next, NumberKind.Fraction, false);
        }

        return isCounted && ReadDenominator(text, at, isPlural: false) is { Value: > 1 } denominator
            ? new(1 / denominator.Value, denominator.Next, NumberKind.Fraction, false)
            : null;
    }

    // "thirds", "fifth", "veintiunavos", "vingt cinquième".
    private NumberReading? ReadDenominator(PiecedText text, int index, bool isPlural)
    {
        if (_table.Longest(isPlural ? "denominators" : "denominator", text, index) is { } listed)
        {
            return new(CardinalReader.ToDouble(listed.Meaning), listed.Next, NumberKind.Fraction, false);
        }

        if (_table.Has("denominator-suffix") && _ordinals.ReadStem(text, index, "denominator-suffix") is { } stem)
        {
            return stem;
        }

        if (_table.Longest("denominator-word", text, index) is null && _cardinals.Read(text, index) is { Count: > 0 } cardinals)
        {
            foreach (NumberReading cardinal in cardinals)
            {
                if (_table.Longest("denominator-word", text, cardinal.Next) is { } word)
                {
                    return cardinal with { Next = word.Next };
                }
            }
        }

        bool isOrdinal = _table.Has("ordinal-denominators") && _ordinals.ReadWords(text, index, isPlural) is not null;
        return isOrdinal ? _ordinals.ReadWords(text, index, isPlural) : null;
    }

    private static int SkipDash(PiecedText text, int index) => text.At(index) == "-" ? index + 1 : index;

    // "half a million", "two thirds of a million", "half a dozen".
    private NumberReading Multiply(PiecedText text, NumberReading fraction)
    {
        int at = _table.Longest("of-number", text, fraction.Next) is { } of ? of.Next : fraction.Next;
        at = _table.Longest("article", text, at) is { } article ? article.Next : SkipDash(text, at);
        if (_table.Longest("dozen", text, at) is { } dozen)
        {
            return new(fraction.Value * 12, dozen.Next, double.IsInteger(fraction.Value * 12) ? NumberKind.Integer : NumberKind.Fraction, false);
        }

        return _table.Longest("scale", text, at) is { } scale
            ? fraction with { Value = fraction.Value * CardinalReader.ToDouble(scale.Meaning), Next = scale.Next }
            : fraction;
    }

    // "siete con cincuenta", "two hundred point zero three".
    private NumberReading? ReadPoint(PiecedText text, NumberReading whole)
    {
        if (_table.Longest("point", text, whole.Next) is not { } point || AddFraction(text, whole) is { } added && added.Next > whole.Next)
        {
            return null;
        }

        string digits = string.Empty;
        int next = point.Next;
        while (digits.Length < 12 && _cardinals.Read(text, next) is [{ Kind: NumberKind.Integer, IsDigits: false } part, ..])
        {
            digits += part.Value.ToString(CultureInfo.InvariantCulture);
            next = part.Next;
        }

        return digits.Length == 0 ? null : new(CardinalReader.ToDouble($"{whole.Value.ToString(CultureInfo.InvariantCulture)}.{digits}"), next, NumberKind.Decimal, false);
    }

    // "one over three", "three fifths", "one hundred and three quarters" (100.75), "a hundred thirty fifths" (130 / 5).
    private NumberReading? ReadQuotient(PiecedText text, IReadOnlyList<NumberReading> ways)
    {
        NumberReading longest = ways[0];
        if (_table.Longest("over", text, longest.Next) is { } over && _cardinals.Read(text, over.Next) is [{ Value: > 0 } divisor, ..]
            && (longest.Value < divisor.Value || !_table.Has("over-is-a-part")))
        {
            return new(longest.Value / divisor.Value, divisor.Next, NumberKind.Fraction, false);
        }

        if (longest.IsDigits && !_table.Has("digit-fractions"))
        {
            return null;
        }

        if (_table.Has("tens-join-denominators") && ReadJoined(text, ways) is { } joined)
        {
            return joined;
        }

        foreach (NumberReading count in ways)
        {
            if (ReadDenominator(text, SkipDash(text, count.Next), isPlural: true) is { Value: > 1 } denominator
                && (denominator.Next > longest.Next || count == longest))
            {
                return count.BeforeLink is { } whole && _table.Longest("link", text, whole.Next) is not null && !_table.Has("link-in-fraction")
                    ? new(whole.Value + ((count.Value - whole.Value) / denominator.Value * ScaleOf(whole)), denominator.Next, NumberKind.Fraction, false)
                    : Multiply(text, new(count.Value / denominator.Value, denominator.Next, NumberKind.Fraction, false));
            }
        }

        return null;
    }

    // "one hundred thirty-fifths" is 100 / 35, "twenty fifths" is 20 / 5.
    private NumberReading? ReadJoined(PiecedText text, IReadOnlyList<NumberReading> ways)
    {
        foreach (NumberReading count in ways.Skip(1))
        {
            bool isJoined = count.BeforeLink is null && _ordinals.ReadWords(text, SkipDash(text, count.Next), isPlural: true) is { Value: > 20 and < 100 } denominator
                && denominator.Value % 10 != 0 && denominator.Next > ways[0].Next;
            if (isJoined && _ordinals.ReadWords(text, SkipDash(text, count.Next), isPlural: true) is { } whole)
            {
                return new(count.Value / whole.Value, whole.Next, NumberKind.Fraction, false);
            }
        }

        return null;
    }

    // "five million and a half" means half a million.
    private static double ScaleOf(NumberReading number) => number.OpenScale >= 1000 ? number.OpenScale : 1;

    // "three and a half", "drei einhalb", "tres y medio", "uno con un cuarto".
    private NumberReading AddFraction(PiecedText text, NumberReading whole)
    {
        bool isLinked = _table.Longest("fraction-link", text, whole.Next) is not null;
        int at = _table.Longest("fraction-link", text, whole.Next)?.Next ?? whole.Next;
        bool mayFollow = isLinked || (_table.Has("fraction-needs-no-link") && !text.IsGlued(at) && !whole.IsDigits);
        NumberReading? fraction = mayFollow ? ReadListed(text, at) ?? ReadPart(text, at) ?? ReadProper(text, at) : null;
        if (fraction is null)
        {
            return whole;
        }

        NumberReading multiplied = Multiply(text, fraction);
        if (whole.Value < 1000 && _table.Longest("scale", text, fraction.Next) is { } of)
        {
            // "two and a half million": both are counted in millions.
            return new((whole.Value + fraction.Value) * CardinalReader.ToDouble(of.Meaning), of.Next, NumberKind.Fraction, whole.IsDigits);
        }

        double scale = multiplied.Next == fraction.Next ? ScaleOf(whole) : 1;
        return new(whole.Value + (multiplied.Value * scale), multiplied.Next, NumberKind.Fraction, whole.IsDigits);
    }

    private NumberReading? ReadListed(PiecedText text, int index) =>
        _table.Longest("fraction", text, index) is { } listed && CardinalReader.ToDouble(listed.Meaning) is < 1 and var value
            ? new(value, listed.Next, NumberKind.Fraction, false)
            : null;

    private NumberReading? ReadProper(PiecedText text, int index)
    {
        foreach (NumberReading count in _cardinals.Read(text, index))
        {
            if (ReadDenominator(text, count.Next, isPlural: true) is { Value: > 1 } denominator && count.Value < denominator.Value)
            {
                return new(count.Value / denominator.Value, denominator.Next, NumberKind.Fraction, false);
            }

            if (_table.Longest("fraction-link", text, count.Next) is { } link && _table.Longest("half", text, link.Next) is { } half)
            {
                return new(count.Value + 0.5, half.Next, NumberKind.Fraction, false);
            }
        }

        return null;
    }
}
