using System.Globalization;

namespace Spark.Actions.OpeningHours;

/// <summary>From when to when it is open on a day, in minutes after midnight; an end before its beginning is on the next day.</summary>
internal readonly record struct Hours(int From, int To)
{
    private const int Day = 24 * 60;

    /// <summary>Reads <c>08:00-12:00</c>; null when it is not one.</summary>
    public static Hours? Read(string? text) =>
        text?.Split('-') is [var from, var to] && Minutes(from) is { } begin && Minutes(to) is { } end && begin < Day && begin != end
            ? new(begin, end > begin ? end : end + Day)
            : null;

    private static int? Minutes(string text) =>
        text.Trim() is { Length: 5 } time && time[2] == ':'
        && int.TryParse(time.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
        && int.TryParse(time.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
        && (hours, minutes) is ( < 24, < 60) or (24, 0)
            ? (hours * 60) + minutes
            : null;
}
