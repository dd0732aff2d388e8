using System.Text;
using Spark.Runtime.Exchanges;

namespace Spark.Plugins.Network;

/// <summary>Keeps the beginning of an answer's body while it is read, for the log of what was called.</summary>
internal sealed class RecordedBody
{
    private readonly byte[] seen = new byte[ExchangeLog.LongestBody * 2];
    private int count;

    public RecordedBody(ExchangeNote note) => note.Hear(() => Encoding.UTF8.GetString(seen, 0, Volatile.Read(ref count)));

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var fits = bytes[..Math.Min(bytes.Length, seen.Length - count)];
        if (fits.IsEmpty)
        {
            return;
        }

        fits.CopyTo(seen.AsSpan(count));

        // Who looks may do so while the rest is still read.
        Volatile.Write(ref count, count + fits.Length);
    }

    /// <summary>True for content that people can read.</summary>
    public static bool IsText(HttpContent content) => content.Headers.ContentType?.MediaType is { } type
        && (type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            || type.Contains("json", StringComparison.OrdinalIgnoreCase)
            || type.Contains("xml", StringComparison.OrdinalIgnoreCase)
            || type.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase));
}
