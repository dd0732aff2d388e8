using System.Collections.ObjectModel;
using System.Buffers;
using Spark.Webhooks;

namespace Spark.Host.Webhooks;

/// <summary>Turns an HTTP request into plain data, within a size limit.</summary>
internal static class RequestReader
{
    /// <summary>How much above its limit a request is read to its end, and thrown away, before it is refused.</summary>
    public const int MostDrained = 16 * 1024 * 1024;

    private const int UnknownLength = 1_024;

    /// <summary>The request; null when its body is larger than the limit.</summary>
    public static async Task<WebhookRequest?> ReadAsync(
        HttpRequest request, string path, int limit, TimeProvider time, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
        {
            await DrainAsync(request, limit, cancellationToken);
            return null;
        }

        // A sender may say nothing of the length, or the wrong one: what is read counts.
        var body = new ArrayBufferWriter<byte>((int)(request.ContentLength ?? UnknownLength) + 1);
        int read;
        while ((read = await request.Body.ReadAsync(body.GetMemory(), cancellationToken)) > 0)
        {
            body.Advance(read);
            if (body.WrittenCount > limit)
            {
                return null;
            }
        }

        return new()
        {
            Method = HttpMethods.GetCanonicalizedValue(request.Method).ToUpperInvariant(),
            Path = path,
            Query = QueryOf(request),
            Headers = HeadersOf(request),
            Body = body.WrittenMemory,
            Source = request.HttpContext.Connection.RemoteIpAddress?.ToString(),
            ReceivedAt = time.GetUtcNow(),
        };
    }

    // A sender that still writes when the connection is closed sees a broken connection, and not the answer.
    private static async Task DrainAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength <= (long)limit + MostDrained)
        {
            await request.Body.CopyToAsync(Stream.Null, cancellationToken);
        }
    }

    private static IReadOnlyDictionary<string, string> QueryOf(HttpRequest request)
    {
        if (!request.QueryString.HasValue)
        {
            return ReadOnlyDictionary<string, string>.Empty;
        }

        var fields = new Dictionary<string, string>(request.Query.Count, StringComparer.Ordinal);
        foreach (var (name, values) in request.Query)
        {
            fields[name] = values.LastOrDefault() ?? "";
        }

        return fields;
    }

    private static Dictionary<string, string> HeadersOf(HttpRequest request)
    {
        var headers = new Dictionary<string, string>(request.Headers.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in request.Headers)
        {
            headers[name] = values.ToString();
        }

        return headers;
    }
}
