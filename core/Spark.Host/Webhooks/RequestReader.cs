using System.Buffers;
using Spark.Webhooks;

namespace Spark.Host.Webhooks;

/// <summary>Turns an HTTP request into plain data, within a size limit.</summary>
internal static class RequestReader
{
    /// <summary>The request; null when its body is larger than the limit.</summary>
    public static async Task<WebhookRequest?> ReadAsync(
        HttpRequest request, string path, int limit, TimeProvider time, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
        {
            return null;
        }

        var body = new ArrayBufferWriter<byte>();
        while (true)
        {
            var read = await request.Body.ReadAsync(body.GetMemory(), cancellationToken);
            if (read == 0)
            {
                break;
            }

            body.Advance(read);
            if (body.WrittenCount > limit)
            {
                return null;
            }
        }

        return new()
        {
            Method = request.Method.ToUpperInvariant(),
            Path = path,
            Query = request.Query.ToDictionary(field => field.Key, field => field.Value.LastOrDefault() ?? "", StringComparer.Ordinal),
            Headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Body = body.WrittenMemory,
            ReceivedAt = time.GetUtcNow(),
        };
    }
}
