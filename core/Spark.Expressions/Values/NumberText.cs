using System.Globalization;
using System.Text;

namespace Spark.Expressions.Values;

/// <summary>Numbers as the language writes them: the shortest digits that read back, laid out as ECMAScript does.</summary>
internal static class NumberText
{
    private const double LargestPlain = 1e15;

    public static string Format(double number)
    {
        if (Math.Abs(number) < LargestPlain && number == Math.Truncate(number))
        {
            return ((long)number).ToString(CultureInfo.InvariantCulture);
        }

        if (!double.IsFinite(number))
        {
            return double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
        }

        return LayOut(number);
    }

    /// <summary>The number rounded to 15 significant digits, as <c>$string</c> shows it.</summary>
    public static double Round15(double number) =>
        Math.Abs(number) < LargestPlain && number == Math.Truncate(number)
            ? number
            : double.Parse(number.ToString("E14", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Digits and the place of the point: 0.[digits] times ten to the exponent.</summary>
    public static (string Digits, int Exponent) Split(double number)
    {
        var text = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture);
        var exponent = 0;
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        if (mark >= 0)
        {
            exponent = int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[..mark];
        }

        var point = text.IndexOf('.', StringComparison.Ordinal);
        exponent += point < 0 ? text.Length : point;
        var digits = text.Replace(".", "", StringComparison.Ordinal);
        var leading = digits.Length - digits.TrimStart('0').Length;
        return (digits.Trim('0'), exponent - leading);
    }

    private static string LayOut(double number)
    {
        var (digits, point) = Split(number);
        var text = new StringBuilder();
        if (number < 0)
        {
            text.Append('-');
        }

        if (point is > 0 and <= 21)
        {
            text.Append(digits.Length <= point ? digits.PadRight(point, '0') : string.Concat(digits.AsSpan(0, point), ".", digits.AsSpan(point)));
        }
        else if (point is > -6 and <= 0)
        {
            text.Append("0.").Append('0', -point).Append(digits);
        }
        else
        {
            text.Append(digits[0]);
            if (digits.Length > 1)
            {
                text.Append('.').Append(digits, 1, digits.Length - 1);
            }

            text.Append('e').Append(point > 0 ? '+' : '-').Append(Math.Abs(point - 1));
        }

        return text.ToString();
    }
}
