using System.Globalization;

namespace Spark.Actions.Pause;

/// <summary>Reads durations as bots write them: digits and a unit.</summary>
internal static class Duration
{
    /// <summary>Reads a duration; null when it is not one.</summary>
    /// <returns>The duration, cut off at <see cref="TimeSpan.MaxValue"/>.</returns>
    public static TimeSpan? Read(string? text)
    {
        var digits = text is null ? 0 : text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits <= 0 || Unit(text.AsSpan(digits)) is not { } unit)
        {
            return null;
        }

        return long.TryParse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count <= TimeSpan.MaxValue.Ticks / unit.Ticks
                ? new TimeSpan(count * unit.Ticks)
                : TimeSpan.MaxValue;
    }

    private static TimeSpan? Unit(ReadOnlySpan<char> unit) => unit switch
    {
        "ms" => TimeSpan.FromMilliseconds(1),
        "s" => TimeSpan.FromSeconds(1),
        "m" => TimeSpan.FromMinutes(1),
        "h" => TimeSpan.FromHours(1),
        "d" => TimeSpan.FromDays(1),
        _ => null,
    };
}
