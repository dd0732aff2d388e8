using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Spark.Simulators.Sparkcentral.Webhooks;

/// <summary>JSON as the vendor writes it: compact, text as raw UTF-8.</summary>
internal static class WireJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
