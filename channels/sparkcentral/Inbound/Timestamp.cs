using System.Globalization;

namespace Spark.Channels.Sparkcentral.Inbound;

/// <summary>Reads the timestamps of webhooks: ISO 8601, with a fraction of any length, in UTC.</summary>
internal static class Timestamp
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ssK";
    private const int ToSeconds = 19;
    private const int TickDigits = 7;

    public static DateTimeOffset? Read(string? text)
    {
        if (text is null || text.Length < ToSeconds)
        {
            return null;
        }

        var seconds = text.AsSpan(0, ToSeconds);
        var rest = text.AsSpan(ToSeconds);
        var fraction = ReadOnlySpan<char>.Empty;
        if (rest is ['.', ..])
        {
            var end = rest[1..].IndexOfAnyExceptInRange('0', '9');
            fraction = end < 0 ? rest[1..] : rest.Slice(1, end);
            rest = rest[(1 + fraction.Length)..];
        }

        return DateTimeOffset.TryParseExact(
            $"{seconds}{rest}", Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var whole)
            ? whole.AddTicks(Ticks(fraction))
            : null;
    }

    private static long Ticks(ReadOnlySpan<char> fraction)
    {
        long ticks = 0;
        for (var i = 0; i < TickDigits; i++)
        {
            ticks = (ticks * 10) + (i < fraction.Length ? fraction[i] - '0' : 0);
        }

        return ticks;
    }
}
