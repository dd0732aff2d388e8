using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Spark.Channels.Teams.Rest;

/// <summary>Writes documents for the wire: UTF-8, with nothing escaped that need not be.</summary>
internal static class WireText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(JsonNode document)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            document.WriteTo(json);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>How large Teams takes the document for: two bytes for each UTF-16 unit.</summary>
    public static int SizeOf(JsonNode document) => 2 * System.Text.Encoding.UTF8.GetCharCount(Write(document));
}
