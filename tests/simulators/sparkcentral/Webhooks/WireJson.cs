using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Spark.Simulators.Sparkcentral.Webhooks;

/// <summary>JSON as the vendor writes it: compact, text as raw UTF-8.</summary>
internal static partial class WireJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        return WithRawPairs(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    // Even the relaxed encoder escapes what lies beyond the basic plane; the vendor does not.
    private static string WithRawPairs(string json) => EscapedPair().Replace(json, match =>
        match.Groups["high"] is { Success: true } high
            ? new string([CharOf(high.ValueSpan), CharOf(match.Groups["low"].ValueSpan)])
            : match.Value);

    private static char CharOf(ReadOnlySpan<char> hex) => (char)int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    // An escaped backslash is consumed as a whole, so that what follows it is not taken for an escape.
    [GeneratedRegex(
        """\\\\|\\u(?<high>D[89AB][0-9A-F]{2})\\u(?<low>D[C-F][0-9A-F]{2})""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex EscapedPair();
}
