using System.Globalization;
using Spark.Understanding.Entities.Pieces;

namespace Spark.Understanding.Entities.Numbers;

/// <summary>
/// Reads numbers in digits: "1,234.5", "1 234 567", "3/4", "1 4/5", "12e-3", "2^8", "¾". The separators of the language
/// come first; those of others are accepted where they can mean only one thing.
/// </summary>
internal sealed class NumeralReader(char point, char group)
{
    // A longer chain is no number however it is read.
    private const int LongestChain = 9;

    public NumberReading? Read(PiecedText text, int index)
    {
        if (ReadVulgar(text, index) is { } vulgar)
        {
            return vulgar;
        }

        bool startsWithPoint = IsSeparator(text, index) && text.IsGlued(index + 1) && !(text.IsGlued(index) && text.Is(index - 1, PieceKind.Digits));
        int start = startsWithPoint ? index + 1 : index;
        if (!text.Is(start, PieceKind.Digits))
        {
            return null;
        }

        if (startsWithPoint)
        {
            return ReadPower(text, ToDouble("0." + text.Digits(start)), start + 1, NumberKind.Decimal);
        }

        return ReadFraction(text, start) ?? ReadMixed(text, start) ?? ReadSpaced(text, start) ?? ReadChain(text, start);
    }

    private static NumberReading? ReadVulgar(PiecedText text, int index)
    {
        if (!text.Is(index, PieceKind.Sign) || text.At(index) is not { Length: 1 } sign || char.GetUnicodeCategory(sign[0]) != UnicodeCategory.OtherNumber)
        {
            return null;
        }

        double value = char.GetNumericValue(sign[0]);
        return value is > 0 and < 1 ? new(value, index + 1, NumberKind.Fraction, true) : null;
    }

    private static NumberReading? ReadFraction(PiecedText text, int index)
    {
        bool isFraction = text.At(index + 1) is "/" && text.IsGlued(index + 1) && text.IsGlued(index + 2) && text.Is(index + 2, PieceKind.Digits)
            && !(text.At(index + 3) is "/" && text.IsGlued(index + 3)) && !(text.At(index - 1) is "/" && text.IsGlued(index));
        return isFraction && ToDouble(text.Digits(index + 2)) is > 0 and var divisor
            ? new(ToDouble(text.Digits(index)) / divisor, index + 3, NumberKind.Fraction, true)
            : null;
    }

    // "1 4/5" and "3½".
    private static NumberReading? ReadMixed(PiecedText text, int index)
    {
        NumberReading? part = ReadVulgar(text, index + 1) ?? (text.IsGlued(index + 1) ? null : text.Is(index + 1, PieceKind.Digits) ? ReadFraction(text, index + 1) : null);
        return part is { Value: < 1 } ? new(ToDouble(text.Digits(index)) + part.Value, part.Next, NumberKind.Fraction, true) : null;
    }

    // "1 234 567" and "40 000,5": groups of three behind at most three digits.
    private NumberReading? ReadSpaced(PiecedText text, int index)
    {
        if (text.Digits(index).Length > 3)
        {
            return null;
        }

        int next = index + 1;
        while (text.Digits(next).Length == 3 && text[next].Start == text[next - 1].End + 1 && next < index + LongestChain)
        {
            next++;
        }

        if (next == index + 1 || text.Digits(index).StartsWith('0'))
        {
            return null;
        }

        string digits = string.Concat(Enumerable.Range(index, next - index).Select(text.Digits));
        bool hasPoint = text.At(next) == point.ToString() && text.IsGlued(next) && text.IsGlued(next + 1) && text.Is(next + 1, PieceKind.Digits);
        return hasPoint
            ? new(ToDouble($"{digits}.{text.Digits(next + 1)}"), next + 2, NumberKind.Decimal, true)
            : new(ToDouble(digits), next, NumberKind.Integer, true);
    }

    private NumberReading ReadChain(PiecedText text, int index)
    {
        List<string> digits = [text.Digits(index)];
        List<string> signs = [];
        int next = index + 1;
        while (signs.Count < LongestChain && IsSeparator(text, next) && text.IsGlued(next) && text.IsGlued(next + 1) && text.Is(next + 1, PieceKind.Digits))
        {
            signs.Add(text.At(next));
            digits.Add(text.Digits(next + 1));
            next += 2;
        }

        // What goes on behind a separator that was not its own ("192.168.1.2") has no point.
        bool isTail = IsSeparator(text, index - 1) && text.IsGlued(index) && text.IsGlued(index - 1) && text.Is(index - 2, PieceKind.Digits);
        for (int count = isTail ? 0 : signs.Count; count > 0; count--)
        {
            if (Evaluate(digits[..(count + 1)], signs[..count], isWhole: count == signs.Count) is { } value)
            {
                NumberKind kind = value.IsDecimal ? NumberKind.Decimal : NumberKind.Integer;
                return ReadPower(text, value.Value, index + 1 + (2 * count), kind);
            }
        }

        return ReadPower(text, ToDouble(digits[0]), index + 1, NumberKind.Integer);
    }

    private (double Value, bool IsDecimal)? Evaluate(List<string> digits, List<string> signs, bool isWhole)
    {
        string last = signs[^1];
        bool isUniform = signs.TrueForAll(sign => sign == signs[0]);
        if (isUniform && (signs.Count > 1 || last[0] == group || last == "'") && (last[0] == group || last == "'" || signs.Count > 1) && IsGrouped(digits))
        {
            return (ToDouble(string.Concat(digits)), false);
        }

        bool hasPoint = isWhole && last != "'" && signs.FindIndex(sign => sign == last) == signs.Count - 1
            && (signs.Count == 1 || (signs[..^1].TrueForAll(sign => sign == signs[0]) && IsGrouped(digits[..^1])));
        return hasPoint && ToDouble(string.Concat(digits[..^1]) + "." + digits[^1]) is var value ? (value, !double.IsInteger(value)) : null;
    }

    // Groups of three; the last of three and the others of two as in India.
    private static bool IsGrouped(List<string> digits) =>
        digits[0].Length is > 0 and <= 3 && digits[0] != "0" && digits[^1].Length == 3
        && (digits.Skip(1).All(part => part.Length == 3) || (digits[0].Length <= 2 && digits.Count > 2 && digits.Skip(1).SkipLast(1).All(part => part.Length == 2)));

    private static NumberReading ReadPower(PiecedText text, double value, int next, NumberKind kind)
    {
        int at = next;
        bool isTimesTen = text.At(at) is "x" or "×" or "*" && text.Digits(at + 1) == "10" && text.At(at + 2) == "^";
        bool isPower = text.At(at) == "^";
        bool isExponent = text.At(at) == "e" && text.IsGlued(at);
        if (!(isTimesTen || isPower || isExponent))
        {
            return new(value, next, kind, true);
        }

        at += isTimesTen ? 3 : 1;
        bool isNegative = false;
        while (text.At(at) is "-" or "+" && text.IsGlued(at))
        {
            isNegative |= text.At(at) == "-" && text.At(at + 1) != "-" && text.At(at - 1) != "-";
            at++;
        }

        if (text.Digits(at).Length is 0 or > 3 || !text.IsGlued(at) || (text.IsGlued(at + 1) && text.Is(at + 1, PieceKind.Word)))
        {
            return new(value, next, kind, true);
        }

        double exponent = ToDouble(text.Digits(at)) * (isNegative ? -1 : 1);
        double result = isPower ? Math.Pow(value, exponent) : value * Math.Pow(10, exponent);
        return double.IsFinite(result) ? new(result, at + 1, NumberKind.Power, true) : new(value, next, kind, true);
    }

    private static bool IsSeparator(PiecedText text, int index) => text.At(index) is "." or "," or "'";

    private static double ToDouble(string digits) => double.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
