using System.Text;
using System.Text.Json;

namespace Spark.Actions.Call;

/// <summary>Reads an answer up to the connection's limit.</summary>
internal static class ResponseReader
{
    private const int DeepestJson = 64;

    /// <returns>The output; null when the answer is too large.</returns>
    public static async Task<(CallOutput Output, bool IsTooLarge)> ReadAsync(HttpResponseMessage response, int most, CancellationToken cancellationToken)
    {
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var header in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            // A cookie is the far side's own secret and nothing for a bot.
            if (!header.Key.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase))
            {
                headers[header.Key.ToLowerInvariant()] = header.Value.ToString();
            }
        }

        var bytes = await BytesAsync(response.Content, most, cancellationToken);
        var output = new CallOutput
        {
            Status = (int)response.StatusCode,
            Headers = headers,
            Body = bytes is { Length: > 0 } ? BodyOf(response.Content, bytes) : null,
        };
        return (output, bytes is null);
    }

    private static async Task<byte[]?> BytesAsync(HttpContent content, int most, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > most)
        {
            return null;
        }

        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var read = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (read.Length + count > most)
            {
                return null;
            }

            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }

    private static JsonElement? BodyOf(HttpContent content, byte[] bytes)
    {
        var type = content.Headers.ContentType;
        if (type?.MediaType is { } media && (media.EndsWith("/json", StringComparison.OrdinalIgnoreCase) || media.EndsWith("+json", StringComparison.OrdinalIgnoreCase)))
        {
            try
            {
                using var document = JsonDocument.Parse(bytes.AsMemory(WithoutMark(bytes)..), new() { MaxDepth = DeepestJson });
                return document.RootElement.Clone();
            }
            catch (JsonException)
            {
                // Said to be JSON and is not: the designer sees the text.
            }
        }

        return JsonSerializer.SerializeToElement(EncodingOf(type?.CharSet).GetString(bytes), CallJson.Default.String);
    }

    private static int WithoutMark(byte[] bytes) => bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;

    private static Encoding EncodingOf(string? charset)
    {
        try
        {
            return charset is null ? Encoding.UTF8 : Encoding.GetEncoding(charset.Trim('"'));
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }
}
