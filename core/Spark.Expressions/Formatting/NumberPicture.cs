using System.Globalization;
using System.Text;
using Spark.Expressions.Values;

namespace Spark.Expressions.Formatting;

/// <summary>Numbers by a picture such as <c>#,##0.00</c>, as XPath's format-number has it.</summary>
internal static class NumberPicture
{
    public static string Format(double number, string picture, Value options)
    {
        var symbols = new NumberSymbols(options);
        var halves = picture.Split(symbols.PatternSeparator);
        if (halves.Length > 2)
        {
            throw Failure.New("D3080", $"The picture of {ExpressionException.TokenMark} must have at most two parts");
        }

        var parts = Array.ConvertAll(halves, half => new NumberSubpicture(half, symbols));
        var isNegative = number < 0;
        var part = isNegative ? parts[^1] : parts[0];
        var sign = isNegative && parts.Length == 1 ? symbols.MinusSign : "";
        return sign + part.Prefix + FormatPart(number, part, symbols) + part.Suffix;
    }

    private static string FormatPart(double number, NumberSubpicture part, NumberSymbols symbols)
    {
        var scaled = part.Text.Contains(symbols.Percent, StringComparison.Ordinal) ? number * 100
            : part.Text.Contains(symbols.PerMille, StringComparison.Ordinal) ? number * 1000
            : number;
        var exponent = 0;
        if (part.HasExponent)
        {
            (scaled, exponent) = Scale(Math.Abs(scaled), part.ScalingFactor);
        }

        var digits = Digits(Rounding.Round(scaled, part.MaximumFraction), part.MaximumFraction, symbols);
        var text = Group(Pad(digits, part, symbols), part, symbols);
        if (!part.HasExponent)
        {
            return text;
        }

        var shown = Digits(exponent, 0, symbols).PadLeft(part.MinimumExponent, symbols.ZeroDigit[0]);
        return text + symbols.ExponentSeparator + (exponent < 0 ? symbols.MinusSign : "") + shown;
    }

    private static (double Mantissa, int Exponent) Scale(double number, int factor)
    {
        var exponent = 0;
        if (number.Equals(0.0) || !double.IsFinite(number))
        {
            return (number, exponent);
        }

        var most = Math.Pow(10, factor);
        var least = Math.Pow(10, factor - 1);
        while (number < least)
        {
            number *= 10;
            exponent--;
        }

        while (number > most)
        {
            number /= 10;
            exponent++;
        }

        return (number, exponent);
    }

    // As ECMAScript's toFixed, in the digits of the picture.
    private static string Digits(double number, int places, NumberSymbols symbols)
    {
        var magnitude = Math.Abs(number);
        var text = magnitude >= 1e21 || !double.IsFinite(magnitude)
            ? NumberText.Format(magnitude)
            : magnitude.ToString("F" + places.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return symbols.ZeroDigit == "0"
            ? text
            : string.Concat(text.Select(letter => char.IsAsciiDigit(letter) ? (char)(letter - '0' + symbols.ZeroDigit[0]) : letter));
    }

    // The integer and fraction parts with as many zeros as the picture asks for, and a point between them.
    private static (string Integer, string Fraction) Pad(string digits, NumberSubpicture part, NumberSymbols symbols)
    {
        var zero = symbols.ZeroDigit[0];
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var integer = (point < 0 ? digits : digits[..point]).TrimStart(zero);
        var fraction = point < 0 ? "" : digits[(point + 1)..].TrimEnd(zero);
        return (integer.PadLeft(part.MinimumInteger, zero), fraction.PadRight(part.MinimumFraction, zero));
    }

    private static string Group((string Integer, string Fraction) digits, NumberSubpicture part, NumberSymbols symbols)
    {
        var text = new StringBuilder(digits.Integer);
        if (part.RegularGrouping > 0)
        {
            for (var at = digits.Integer.Length - part.RegularGrouping; at > 0; at -= part.RegularGrouping)
            {
                text.Insert(at, symbols.GroupingSeparator);
            }
        }
        else
        {
            foreach (var position in part.IntegerGroups.Order().Where(position => position < digits.Integer.Length))
            {
                text.Insert(digits.Integer.Length - position, symbols.GroupingSeparator);
            }
        }

        if (digits.Fraction.Length == 0 || !part.Text.Contains(symbols.DecimalSeparator, StringComparison.Ordinal))
        {
            return text.ToString();
        }

        var fraction = new StringBuilder(digits.Fraction);
        foreach (var position in part.FractionGroups.OrderDescending().Where(position => position < digits.Fraction.Length))
        {
            fraction.Insert(position, symbols.GroupingSeparator);
        }

        return text.Append(symbols.DecimalSeparator).Append(fraction).ToString();
    }
}
