using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Spark.Engine.Conversations;

/// <summary>Lends each thread the one writer and buffer that it needs for what a turn stores.</summary>
internal static class JsonBytes
{
    /// <summary>A buffer beyond this was for something rare, and is not kept.</summary>
    private const int MostKept = 256 * 1024;

    // The bytes go to our own store and nowhere near a page: letters stay letters.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? bytes;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    /// <summary>What <paramref name="write"/> writes.</summary>
    public static byte[] Of<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var buffer = bytes ?? new(4096);
        var json = writer ?? new(buffer, Options);

        // Whoever writes while something is written takes another pair, and so does whoever comes after a writer that threw.
        bytes = null;
        writer = null;
        write(json, value);
        json.Flush();
        var written = buffer.WrittenSpan.ToArray();
        if (buffer.Capacity <= MostKept)
        {
            buffer.ResetWrittenCount();
            json.Reset();
            bytes = buffer;
            writer = json;
        }

        return written;
    }
}
