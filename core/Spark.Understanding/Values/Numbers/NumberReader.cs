using Spark.Understanding.Languages;
using Spark.Understanding.Text;

namespace Spark.Understanding.Values.Numbers;

/// <summary>Reads any number at a place in a text: digits, words, fractions, signs.</summary>
internal sealed class NumberReader
{
    private readonly NumberWords _words;
    private readonly NumeralReader _numerals;
    private readonly CardinalReader _cardinals;

    public NumberReader(NumberWords words)
    {
        _words = words;
        _numerals = new NumeralReader(words);
        _cardinals = new CardinalReader(words, _numerals);
    }

    /// <summary>The number at the index; null when none begins here; a reading without a value for what only looks like one.</summary>
    public Reading<double?>? Read(LexedText text, int index)
    {
        bool isNegative = _words.Minus.Contains(text.Word(index)) || (text.IsSign(index, '-') && !text.IsGlued(index));
        int start = isNegative ? index + 1 : index;
        if (ReadUnsigned(text, start) is { } number)
        {
            return double.IsFinite(number.Value) ? new(isNegative ? -number.Value : number.Value, number.Next) : new(null, number.Next);
        }

        return _numerals.Read(text, start) is { } chain ? new(null, chain.Next) : null;
    }

    /// <summary>A whole number without a sign, such as an hour or a position.</summary>
    public Reading<int>? ReadCount(LexedText text, int index) =>
        _cardinals.Read(text, index) is { } cardinal && cardinal.Sum.Value is >= 0 and <= 9999 && double.IsInteger(cardinal.Sum.Value)
            ? new((int)cardinal.Sum.Value, cardinal.Next)
            : null;

    private Reading<double>? ReadUnsigned(LexedText text, int index)
    {
        if (ReadFraction(text, index) is { } fraction)
        {
            return Multiply(text, fraction);
        }

        if (_cardinals.Read(text, index) is not { } cardinal)
        {
            return null;
        }

        if (_words.PluralDenominators.TryRead(text, SkipDash(text, cardinal.Next), out double denominator, out int next))
        {
            return Multiply(text, new(Split(cardinal, denominator), next));
        }

        return ReadPoint(text, cardinal) ?? ReadQuotient(text, cardinal) ?? AddFraction(text, cardinal);
    }

    /// <summary>"a half", "one third", "half": a fraction of one.</summary>
    private Reading<double>? ReadFraction(LexedText text, int index)
    {
        bool isCounted = _words.Articles.Contains(text.Word(index)) || (_words.Cardinals.TryRead(text, index, out double one, out _) && one == 1);
        int at = SkipDash(text, isCounted ? index + 1 : index);
        return _words.Denominators.TryRead(text, at, out double denominator, out int next) && (isCounted || denominator == 2)
            ? new(1 / denominator, next)
            : null;
    }

    private static int SkipDash(LexedText text, int index) => text.IsSign(index, '-') ? index + 1 : index;

    // "a hundred and three quarters" is 100.75, "a hundred thirty fifths" is 130 / 5.
    private static double Split(Cardinal cardinal, double denominator) => cardinal.BeforeLink is { } whole
        ? whole.Value + ((cardinal.Sum.Value - whole.Value) / denominator * ScaleOf(whole))
        : cardinal.Sum.Value / denominator;

    // "five million and a half" means half a million.
    private static double ScaleOf(CardinalSum sum) => sum.OpenScale >= 1000 ? sum.OpenScale : 1;

    // "half a million", "two thirds of a million", "half a dozen".
    private Reading<double> Multiply(LexedText text, Reading<double> fraction)
    {
        int at = _words.Of.Contains(text.Word(fraction.Next)) ? fraction.Next + 1 : fraction.Next;
        at = _words.Articles.Contains(text.Word(at)) ? at + 1 : at;
        if (_words.Dozens.Contains(text.Word(at)))
        {
            return new(fraction.Value * 12, at + 1);
        }

        return _words.Scales.TryRead(text, at, out double scale, out int next) ? new(fraction.Value * scale, next) : fraction;
    }

    private Reading<double>? ReadPoint(LexedText text, Cardinal cardinal)
    {
        if (!_words.Points.Contains(text.Word(cardinal.Next)))
        {
            return null;
        }

        int next = cardinal.Next + 1;
        double value = cardinal.Sum.Value;
        double place = 0.1;
        while (place > 1e-12 && _words.Cardinals.TryRead(text, next, out double digit, out int end) && digit < 10)
        {
            value += digit * place;
            place /= 10;
            next = end;
        }

        return next > cardinal.Next + 1 ? new(Math.Round(value, 12), next) : null;
    }

    // "one over three", "1 op de 3".
    private Reading<double>? ReadQuotient(LexedText text, Cardinal cardinal) =>
        _words.Over.TryRead(text, cardinal.Next, out _, out int at) && _cardinals.Read(text, at) is { Sum.Value: > 0 } divisor
            ? new(cardinal.Sum.Value / divisor.Sum.Value, divisor.Next)
            : null;

    private Reading<double> AddFraction(LexedText text, Cardinal cardinal)
    {
        bool isLinked = _words.Links.Contains(text.Word(cardinal.Next));
        var whole = new Reading<double>(cardinal.Sum.Value, cardinal.Next);
        if (!isLinked && !_words.UnitsBeforeTens)
        {
            return whole;
        }

        int at = isLinked ? cardinal.Next + 1 : cardinal.Next;
        if (_words.FractionNumbers.TryRead(text, at, out double part, out int next) && part < 1)
        {
            return new(whole.Value + (part * ScaleOf(cardinal.Sum)), next);
        }

        if ((ReadFraction(text, at) ?? ReadProperFraction(text, at)) is not { } fraction)
        {
            return whole;
        }

        Reading<double> multiplied = Multiply(text, fraction);
        double scale = multiplied.Next == fraction.Next ? ScaleOf(cardinal.Sum) : 1;
        return new(whole.Value + (multiplied.Value * scale), multiplied.Next);
    }

    private Reading<double>? ReadProperFraction(LexedText text, int index) =>
        _cardinals.Read(text, index) is { } numerator
        && _words.PluralDenominators.TryRead(text, numerator.Next, out double denominator, out int next)
        && numerator.Sum.Value < denominator
            ? new(numerator.Sum.Value / denominator, next)
            : null;
}
