using System.Globalization;

namespace Spark.Channels.Sparkcentral.Inbound;

/// <summary>
/// Mends escapes of half a character (an emoji that some medium has cut in two). They are legal JSON but no text, and reading
/// them as text throws: one message would be refused again and again.
/// </summary>
internal static class LoneSurrogates
{
    private const int EscapeLength = 6;

    /// <summary>Replaces each half by U+FFFD.</summary>
    /// <param name="json">A JSON document; any bytes are allowed.</param>
    /// <returns>The same bytes when there was nothing to mend.</returns>
    public static ReadOnlyMemory<byte> Mend(ReadOnlyMemory<byte> json)
    {
        byte[]? mended = null;
        var at = 0;
        while (at < json.Length)
        {
            var next = json.Span[at..].IndexOf((byte)'\\');
            if (next < 0)
            {
                break;
            }

            at += next;
            var unit = Escape(json.Span[at..]);
            if (unit is null)
            {
                at += 2;
            }
            else if (char.IsHighSurrogate(unit.Value) && Escape(json.Span[(at + EscapeLength)..]) is { } low && char.IsLowSurrogate(low))
            {
                at += 2 * EscapeLength;
            }
            else
            {
                if (char.IsSurrogate(unit.Value))
                {
                    mended ??= json.ToArray();
                    "\\ufffd"u8.CopyTo(mended.AsSpan(at));
                }

                at += EscapeLength;
            }
        }

        return mended ?? json;
    }

    private static char? Escape(ReadOnlySpan<byte> json) =>
        json.Length >= EscapeLength && json[0] == '\\' && json[1] == 'u'
        && ushort.TryParse(json.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
