using System.Text.Json;

namespace Spark.Access;

/// <summary>Something that was done, or refused. Never with a secret, and never with what people said.</summary>
public sealed record AuditEntry
{
    /// <summary>Who: a kind and an id, such as <c>api-client:spark-x7k2</c> or <c>admin</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>What: words joined by points, such as <c>handoff.accepted</c>.</summary>
    public required string What { get; init; }

    /// <summary>Whom or what it concerns, such as a user principal name; null for nothing in particular.</summary>
    public string? Subject { get; init; }

    /// <summary>Further facts: an object; null for none.</summary>
    public JsonElement? Details { get; init; }
}
