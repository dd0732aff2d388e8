using System.Globalization;
using Spark.Understanding.Languages;
using Spark.Understanding.Text;

namespace Spark.Understanding.Values.Numbers;

/// <summary>
/// Reads numbers in digits: "1,234.5", "1 234 567", "3/4", "1 4/5", "12e-3", "2^8". Separators of the language come first;
/// those of others are accepted where they can mean only one thing. What only looks like a number (an IP address,
/// a date, a list without spaces) is read as a chain without a value, so that no part of it is taken for one.
/// </summary>
internal sealed class NumeralReader(NumberWords words)
{
    // A longer chain is no number however it is read, and reading it from each of its places would take for ever.
    private const int LongestChain = 32;

    /// <summary>The numeral at the index, null when there are no digits; a value that is not a number says that the chain is none.</summary>
    public Reading<double>? Read(LexedText text, int index)
    {
        int start = index;
        bool startsWithSeparator = text.Is(index, LexemeKind.Sign) && IsSeparator(text, index) && text.IsGlued(index + 1) && !text.IsGlued(index);
        if (startsWithSeparator)
        {
            index++;
        }

        if (!text.Is(index, LexemeKind.Digits))
        {
            return null;
        }

        int next = ChainEnd(text, index);
        if (next == index + 1 && !startsWithSeparator && ReadSpaced(text, index) is { } spaced)
        {
            return spaced;
        }

        string numeral = text.Source[text[start].Start..text[next - 1].End];
        return numeral.Contains('/', StringComparison.Ordinal)
            ? new(Divide(numeral), next)
            : ReadMixed(text, numeral, next) ?? ReadExponent(text, Evaluate(numeral), next);
    }

    private static bool IsSeparator(LexedText text, int index) => text.IsSign(index, '.') || text.IsSign(index, ',');

    private static int ChainEnd(LexedText text, int index)
    {
        int next = index + 1;
        while (next < index + LongestChain && (IsSeparator(text, next) || text.IsSign(next, '/') || text.IsSign(next, ':') || text.IsSign(next, '\''))
            && text.IsGlued(next) && text.IsGlued(next + 1) && text.Is(next + 1, LexemeKind.Digits))
        {
            next += 2;
        }

        return next;
    }

    // "1 234 567" and "40 000,5": groups of three behind at most three digits.
    private Reading<double>? ReadSpaced(LexedText text, int index)
    {
        int next = index + 1;
        if (text.Digits(index).Length > 3)
        {
            return null;
        }

        while (next < index + LongestChain && text.Digits(next).Length == 3 && text[next].Start == text[next - 1].End + 1)
        {
            next++;
        }

        if (next == index + 1)
        {
            return null;
        }

        int end = ChainEnd(text, next - 1);
        string numeral = text.Source[text[index].Start..text[end - 1].End].Replace(" ", string.Empty, StringComparison.Ordinal);
        return new(end == next || (end == next + 2 && text.IsSign(next, words.DecimalSeparator)) ? Evaluate(numeral) : double.NaN, end);
    }

    private static Reading<double>? ReadMixed(LexedText text, string numeral, int next)
    {
        if (!text.Is(next, LexemeKind.Digits) || text.IsGlued(next) || !numeral.All(char.IsAsciiDigit))
        {
            return null;
        }

        int end = ChainEnd(text, next);
        double fraction = Divide(text.Source[text[next].Start..text[end - 1].End]);
        return fraction is > 0 and < 1 ? new(ToDouble(numeral) + fraction, end) : null;
    }

    private static Reading<double> ReadExponent(LexedText text, double value, int next)
    {
        bool isPower = text.IsSign(next, '^');
        if (!(isPower || text.Word(next) == "e") || !text.IsGlued(next))
        {
            return new(value, next);
        }

        bool isSigned = text.IsSign(next + 1, '+') || text.IsSign(next + 1, '-');
        int digits = next + (isSigned ? 2 : 1);
        if (text.Digits(digits).Length is 0 or > 3 || !text.IsGlued(digits))
        {
            return new(value, next);
        }

        double exponent = ToDouble(text.Digits(digits)) * (text.IsSign(next + 1, '-') ? -1 : 1);
        return new(isPower ? Math.Pow(value, exponent) : value * Math.Pow(10, exponent), digits + 1);
    }

    private static double Divide(string numeral)
    {
        string[] parts = numeral.Split('/');
        return parts.Length == 2 && parts.All(part => part.All(char.IsAsciiDigit))
            ? ToDouble(parts[0]) / ToDouble(parts[1])
            : double.NaN;
    }

    private double Evaluate(string numeral)
    {
        char other = words.DecimalSeparator == '.' ? ',' : '.';
        return TryGrouped(numeral, words.GroupSeparator, words.DecimalSeparator)
            ?? TryGrouped(numeral, '\'', words.DecimalSeparator)
            ?? TryDecimal(numeral, words.DecimalSeparator)
            ?? TryDecimal(numeral, other)
            ?? (numeral.Contains(words.DecimalSeparator, StringComparison.Ordinal) ? TryGrouped(numeral, words.DecimalSeparator, other) : null)
            ?? double.NaN;
    }

    private static double? TryDecimal(string numeral, char separator)
    {
        string[] parts = numeral.Split(separator);
        bool isDecimal = parts.Length <= 2 && parts.All(part => part.All(char.IsAsciiDigit)) && parts[^1].Length > 0;
        return isDecimal ? ToDouble(string.Join('.', parts)) : null;
    }

    private static double? TryGrouped(string numeral, char group, char separator)
    {
        string[] halves = numeral.Split(separator);
        string[] groups = halves[0].Split(group);
        bool isGrouped = halves.Length <= 2 && groups.Length > 1 && groups[0].Length is > 0 and <= 3
            && groups.All(part => part.All(char.IsAsciiDigit)) && groups[^1].Length == 3
            && (groups[1..].All(part => part.Length == 3) || (groups[0].Length <= 2 && groups[1..^1].All(part => part.Length == 2)))
            && (halves.Length == 1 || (halves[1].Length > 0 && halves[1].All(char.IsAsciiDigit)));
        return isGrouped ? ToDouble(string.Concat(groups) + (halves.Length == 2 ? '.' + halves[1] : string.Empty)) : null;
    }

    private static double ToDouble(string digits) => double.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
