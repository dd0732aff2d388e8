using System.Globalization;
using System.Numerics;

namespace Spark.Expressions.Formatting;

/// <summary>Reads the numbers that <c>$number</c> accepts: decimal, and with 0x, 0o, 0b.</summary>
internal static class NumberReader
{
    public static bool TryRead(string text, out double number)
    {
        if (IsDecimal(text))
        {
            number = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
            return double.IsFinite(number);
        }

        number = 0;
        var radix = text.Length < 3 || text[0] != '0' ? 0 : char.ToLowerInvariant(text[1]) switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 0 };
        if (radix == 0)
        {
            return false;
        }

        var value = BigInteger.Zero;
        foreach (var letter in text.AsSpan(2))
        {
            var digit = char.IsAsciiHexDigit(letter) ? Convert.ToInt32(letter.ToString(), 16) : radix;
            if (digit >= radix || text.Length > 300)
            {
                return false;
            }

            value = (value * radix) + digit;
        }

        number = (double)value;
        return double.IsFinite(number);
    }

    private static bool IsDecimal(string text)
    {
        var at = text.StartsWith('-') ? 1 : 0;
        if (!SkipDigits(text, ref at))
        {
            return false;
        }

        if (at < text.Length && text[at] == '.')
        {
            at++;
            if (!SkipDigits(text, ref at))
            {
                return false;
            }
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            at += at < text.Length && text[at] is '+' or '-' ? 1 : 0;
            if (!SkipDigits(text, ref at))
            {
                return false;
            }
        }

        return at == text.Length;
    }

    private static bool SkipDigits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at > start;
    }
}
