using System.Text;
using Spark.Expressions.Values;

namespace Spark.Expressions.Formatting;

/// <summary>Numbers as letters (a, b, … z, aa) and as Roman numerals.</summary>
internal static class Numerals
{
    private const double LargestRoman = 1_000_000;

    private static readonly (int Value, string Sign)[] Roman =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
        (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];

    public static string ToLetters(double number, char first)
    {
        var letters = new StringBuilder();
        for (var rest = number; rest > 0 && double.IsFinite(rest); rest = Math.Floor((rest - 1) / 26))
        {
            letters.Insert(0, (char)(((rest - 1) % 26) + first));
        }

        return letters.ToString();
    }

    public static double FromLetters(string text, char first)
    {
        var result = 0.0;
        foreach (var letter in text)
        {
            result = (result * 26) + (letter - first + 1);
        }

        return result;
    }

    public static string ToRoman(double number, bool isUpper)
    {
        if (number > LargestRoman)
        {
            throw Failure.New("U1004", "The number is too large for Roman numerals");
        }

        var rest = (int)number;
        var text = new StringBuilder();
        foreach (var (value, sign) in Roman)
        {
            for (; rest >= value; rest -= value)
            {
                text.Append(isUpper ? sign.ToUpperInvariant() : sign);
            }
        }

        return text.ToString();
    }

    /// <summary>Of capital letters; any other gives NaN.</summary>
    public static double FromRoman(string text)
    {
        var total = 0;
        var largest = 1;
        for (var index = text.Length - 1; index >= 0; index--)
        {
            var value = text[index] switch
            {
                'M' => 1000,
                'D' => 500,
                'C' => 100,
                'L' => 50,
                'X' => 10,
                'V' => 5,
                'I' => 1,
                _ => -1,
            };
            if (value < 0)
            {
                return double.NaN;
            }

            largest = Math.Max(largest, value);
            total += value < largest ? -value : value;
        }

        return total;
    }
}
