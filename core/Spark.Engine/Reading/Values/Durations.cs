using System.Globalization;

namespace Spark.Engine.Reading.Values;

/// <summary>Reads durations such as <c>8s</c> or <c>30d</c>.</summary>
internal static class Durations
{
    // Longer than any conversation, and far from what a TimeSpan cannot hold.
    private const long MostMilliseconds = 3_660L * 24 * 60 * 60 * 1000;

    /// <summary>The duration; null when it is none.</summary>
    public static TimeSpan? Read(string text)
    {
        var digits = text.AsSpan().TrimEnd("mshd");
        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        long? unit = text[digits.Length..] switch
        {
            "ms" => 1,
            "s" => 1000,
            "m" => 60_000,
            "h" => 3_600_000,
            "d" => 86_400_000,
            _ => null,
        };
        return unit is null || number > MostMilliseconds / unit ? null : TimeSpan.FromMilliseconds(number * unit.Value);
    }
}
