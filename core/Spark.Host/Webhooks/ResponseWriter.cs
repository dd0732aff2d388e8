using Spark.Webhooks;

namespace Spark.Host.Webhooks;

/// <summary>Writes a channel's answer to the wire.</summary>
internal static class ResponseWriter
{
    public static async Task WriteAsync(HttpResponse response, WebhookResponse answer, bool withBody, CancellationToken cancellationToken)
    {
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (answer.ContentType is { } type)
        {
            response.ContentType = type;
        }

        if (answer.Status is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified)
        {
            return;
        }

        response.ContentLength = answer.Body.Length;
        if (withBody && !answer.Body.IsEmpty)
        {
            await response.Body.WriteAsync(answer.Body, cancellationToken);
        }
    }
}
