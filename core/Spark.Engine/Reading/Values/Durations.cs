using System.Globalization;

namespace Spark.Engine.Reading.Values;

/// <summary>Reads durations such as <c>8s</c> or <c>30d</c>.</summary>
internal static class Durations
{
    // Longer than any conversation, and far from what a TimeSpan cannot hold.
    private const long MostMilliseconds = 3_660L * 24 * 60 * 60 * 1000;

    /// <summary>A duration out of one that is written as elsewhere, such as <c>5 min</c>; null when it is none either.</summary>
    public static string? Meant(string text)
    {
        var digits = string.Concat(text.TakeWhile(char.IsAsciiDigit));
        var unit = text[digits.Length..].Trim().ToLowerInvariant() switch
        {
            "msec" or "millis" or "milliseconds" => "ms",
            "s" or "sec" or "secs" or "second" or "seconds" => "s",
            "m" or "min" or "mins" or "minute" or "minutes" => "m",
            "h" or "hr" or "hrs" or "hour" or "hours" => "h",
            "d" or "day" or "days" => "d",
            _ => null,
        };
        return unit is not null && Read(digits + unit) is not null ? digits + unit : null;
    }

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
