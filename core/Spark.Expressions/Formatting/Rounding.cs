using System.Globalization;
using Spark.Expressions.Values;

namespace Spark.Expressions.Formatting;

/// <summary>Rounding to the nearest, and of two equally near to the even one, by the decimal digits that are shown.</summary>
internal static class Rounding
{
    public static double Round(double number, double precision)
    {
        if (precision.Equals(0.0) || !double.IsFinite(number))
        {
            return Math.Round(number, MidpointRounding.ToEven) + 0.0;
        }

        if (!Math.Truncate(precision).Equals(precision))
        {
            return double.NaN;
        }

        var rounded = Math.Round(Shift(number, precision), MidpointRounding.ToEven);
        return double.IsFinite(rounded) ? Shift(rounded, -precision) + 0.0 : double.NaN;
    }

    // Moves the decimal point in the digits, which, unlike a multiplication, does not add an error of its own.
    private static double Shift(double number, double places)
    {
        var text = NumberText.Format(number);
        var mark = text.IndexOf('e', StringComparison.Ordinal);
        var exponent = mark < 0 ? 0 : int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var digits = mark < 0 ? text : text[..mark];
        var shifted = Math.Clamp(exponent + Math.Truncate(places), -2000, 2000);
        return double.Parse(string.Create(CultureInfo.InvariantCulture, $"{digits}e{shifted}"), NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
