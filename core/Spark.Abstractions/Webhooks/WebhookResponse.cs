using System.Text;

namespace Spark.Webhooks;

/// <summary>An HTTP answer, as plain data. Only the host writes it to the wire.</summary>
public sealed record WebhookResponse
{
    /// <summary>The status code.</summary>
    public required int Status { get; init; }

    /// <summary>The content type; null when there is no body.</summary>
    public string? ContentType { get; init; }

    /// <summary>Further headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The body.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>An answer without a body.</summary>
    /// <param name="status">The status code.</param>
    public static WebhookResponse Empty(int status) => new() { Status = status };

    /// <summary>An answer in JSON.</summary>
    /// <param name="status">The status code.</param>
    /// <param name="utf8Json">The document, as UTF-8.</param>
    public static WebhookResponse Json(int status, ReadOnlyMemory<byte> utf8Json) =>
        new() { Status = status, ContentType = "application/json", Body = utf8Json };

    /// <summary>An answer in plain text.</summary>
    /// <param name="status">The status code.</param>
    /// <param name="text">The text.</param>
    public static WebhookResponse Text(int status, string text) =>
        new() { Status = status, ContentType = "text/plain; charset=utf-8", Body = Encoding.UTF8.GetBytes(text) };
}
