namespace Spark.Webhooks;

/// <summary>An HTTP request to a channel instance, as plain data. The host has read it whole, within the channel's size limit.</summary>
public sealed record WebhookRequest
{
    /// <summary>The method, in upper case.</summary>
    public required string Method { get; init; }

    /// <summary>The path below the channel instance (<c>/channels/{instance}/</c>), decoded, without a leading slash; empty for none.</summary>
    public required string Path { get; init; }

    /// <summary>The query's fields, decoded; of a repeated field the last value.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The headers; names compare without case, repeated headers are joined by a comma.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The body, byte for byte as received: signatures are computed over it.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The network address that the connection comes from; null when there is none. Since contract 1.2.</summary>
    public string? Source { get; init; }

    /// <summary>When the host had received the request.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The value of a header, or null.</summary>
    /// <param name="name">The header's name, in any case.</param>
    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;
}
