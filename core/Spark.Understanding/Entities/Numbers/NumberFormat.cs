using System.Globalization;

namespace Spark.Understanding.Entities.Numbers;

/// <summary>Writes numbers as the values of entities carry them: fifteen digits, the decimal sign of the language, no groups.</summary>
internal static class NumberFormat
{
    public static string Write(double value, char point)
    {
        string written = Math.Round(value, 0) == value && Math.Abs(value) < 1e15
            ? value.ToString("F0", CultureInfo.InvariantCulture)
            : value.ToString("G15", CultureInfo.InvariantCulture);
        return written.Replace('.', point);
    }
}
