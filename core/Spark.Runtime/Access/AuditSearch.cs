namespace Spark.Runtime.Access;

/// <summary>Which entries of the audit are wanted.</summary>
public sealed record AuditSearch
{
    /// <summary>Every entry.</summary>
    public static AuditSearch All { get; } = new();

    /// <summary>Those whose actor, deed or subject holds this text, whatever its case; null for all.</summary>
    public string? Text { get; init; }

    /// <summary>Those of this moment and later; null for all.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Those before this moment; null for all.</summary>
    public DateTimeOffset? Until { get; init; }
}
