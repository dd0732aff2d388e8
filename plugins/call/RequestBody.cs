using System.Text;
using System.Text.Json;

namespace Spark.Actions.Call;

/// <summary>The body of a request, as bytes: they are signed and may be sent again.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="MediaType">What they are.</param>
internal sealed record RequestBody(byte[] Bytes, string MediaType)
{
    private const int Most = 1024 * 1024;

    /// <exception cref="RefusedCallException">The body cannot be written so.</exception>
    public static RequestBody? Of(JsonElement? body, string? form)
    {
        if (body is not { ValueKind: not JsonValueKind.Undefined } value)
        {
            return null;
        }

        var written = (form ?? (value.ValueKind == JsonValueKind.String ? "text" : "json")) switch
        {
            "json" => new RequestBody(Json(value), "application/json"),
            "form" => new RequestBody(Form(value), "application/x-www-form-urlencoded"),
            "text" when value.ValueKind == JsonValueKind.String => new RequestBody(Encoding.UTF8.GetBytes(value.GetString()!), "text/plain; charset=utf-8"),
            "text" => throw new RefusedCallException("'as: text' needs a body that is a text."),
            _ => throw new RefusedCallException("'as' is json, form or text."),
        };
        return written.Bytes.Length <= Most ? written : throw new RefusedCallException($"The body is larger than {Most} bytes.");
    }

    private static byte[] Json(JsonElement value)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            value.WriteTo(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static byte[] Form(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw new RefusedCallException("'as: form' needs a body with fields.");
        }

        var fields = value.EnumerateObject().ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
        return Encoding.ASCII.GetBytes(string.Join('&', Fields.Of(fields)
            .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}")));
    }
}
