namespace Spark.Runtime.Access;

/// <summary>A system that may call the host's APIs.</summary>
public sealed record ApiClient
{
    /// <summary>Its id, by which it presents itself.</summary>
    public required string Id { get; init; }

    /// <summary>Its name, for people; unique.</summary>
    public required string Name { get; init; }

    /// <summary>What it may do.</summary>
    public required IReadOnlyList<string> Permissions { get; init; }

    /// <summary>The domains of the people that it may speak for, in lower case; empty for all.</summary>
    public IReadOnlyList<string> PrincipalDomains { get; init; } = [];

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was revoked; null while it holds.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>The hash of its secret.</summary>
    public required byte[] SecretHash { get; init; }

    /// <summary>The hash of the secret before that one; null for none.</summary>
    public byte[]? PreviousHash { get; init; }

    /// <summary>Until when the secret before still holds.</summary>
    public DateTimeOffset? PreviousUntil { get; init; }
}
