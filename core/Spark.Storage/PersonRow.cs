using System.Buffers;
using System.Text.Json;

namespace Spark.Storage;

/// <summary>How a person is written, whatever the database.</summary>
internal static class PersonRow
{
    /// <summary>An address as it is compared: without case.</summary>
    public static string? Key(string? address) => address?.ToUpperInvariant();

    public static byte[]? Write(JsonElement? details)
    {
        if (details is not { ValueKind: not JsonValueKind.Undefined } some)
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            some.WriteTo(json);
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static JsonElement Read(ReadOnlySpan<byte> details)
    {
        var reader = new Utf8JsonReader(details);
        return JsonElement.ParseValue(ref reader);
    }
}
