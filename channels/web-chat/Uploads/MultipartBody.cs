using System.Net.Http.Headers;
using System.Text;
using Spark.Webhooks;

namespace Spark.Channels.WebChat.Uploads;

/// <summary>Reads <c>multipart/form-data</c> (RFC 7578) from a request that is in memory already, without copying its files.</summary>
internal static class MultipartBody
{
    private const int LongestHeaders = 8 * 1024;
    private const int MostParts = 32;
    private const int LongestBoundary = 70;

    /// <summary>Reads the parts.</summary>
    /// <returns>False for anything that is not such a form, whole.</returns>
    public static bool TryRead(WebhookRequest request, out IReadOnlyList<MultipartPart> parts)
    {
        var found = new List<MultipartPart>();
        parts = found;
        if (BoundaryOf(request.Header("Content-Type")) is not { } boundary)
        {
            return false;
        }

        var opening = Encoding.ASCII.GetBytes($"--{boundary}");
        var delimiter = Encoding.ASCII.GetBytes($"\r\n--{boundary}");
        var body = request.Body;
        var start = body.Span.IndexOf(opening);
        if (start < 0 || (start > 0 && !body.Span[..start].EndsWith("\r\n"u8)))
        {
            return false;
        }

        body = body[(start + opening.Length)..];
        while (!body.Span.StartsWith("--"u8))
        {
            if (found.Count == MostParts || !body.Span.StartsWith("\r\n"u8) || body.Span.IndexOf(delimiter) is not (>= 2 and var end) || ReadPart(body[2..end]) is not { } part)
            {
                return false;
            }

            found.Add(part with { FileName = part.IsActivity ? null : part.FileName });
            body = body[(end + delimiter.Length)..];
        }

        return found.Count > 0;
    }

    private static string? BoundaryOf(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || !string.Equals(type.MediaType, "multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var boundary = type.Parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, "boundary", StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"');
        return boundary is { Length: > 0 and <= LongestBoundary } && boundary.All(char.IsAscii) ? boundary : null;
    }

    private static MultipartPart? ReadPart(ReadOnlyMemory<byte> part)
    {
        var end = part.Span[..Math.Min(part.Length, LongestHeaders)].IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return null;
        }

        string? fileName = null;
        var mediaType = "";
        foreach (var line in Encoding.UTF8.GetString(part.Span[..end]).Split("\r\n"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = colon < 0 ? (line, "") : (line[..colon].Trim(), line[(colon + 1)..].Trim());
            if (string.Equals(name, "Content-Disposition", StringComparison.OrdinalIgnoreCase))
            {
                fileName = FileNameOf(value);
            }
            else if (string.Equals(name, "Content-Type", StringComparison.OrdinalIgnoreCase))
            {
                mediaType = value;
            }
        }

        return new(fileName, mediaType, part[(end + 4)..]);
    }

    // Browsers write the name between quotes, quotes within it as %22; other clients write it as a token, or once more as filename*.
    private static string? FileNameOf(string disposition)
    {
        const string Extended = "filename*=UTF-8''";
        const string Plain = "filename=";
        if (disposition.IndexOf(Extended, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
        {
            return Uri.UnescapeDataString(disposition[(at + Extended.Length)..].Split(';')[0].Trim());
        }

        at = disposition.IndexOf(Plain, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var value = disposition[(at + Plain.Length)..];
        if (!value.StartsWith('"'))
        {
            return value.Split(';')[0].Trim();
        }

        var close = value.IndexOf('"', 1);
        return (close < 0 ? value[1..] : value[1..close]).Replace("%22", "\"", StringComparison.OrdinalIgnoreCase);
    }
}
