namespace Spark.Runtime.Accounts;

/// <summary>What a script brings to the admin API instead of a session.</summary>
public sealed record AccessToken
{
    /// <summary>Names it for good.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The hash of what is brought.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>What it may do, in the cockpit's words.</summary>
    public required IReadOnlyList<string> Rights { get; init; }

    /// <summary>The only bots that it sees to; null for all.</summary>
    public IReadOnlyList<string>? Bots { get; init; }

    /// <summary>Who made it.</summary>
    public required string MadeBy { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ends.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was last used, to some minutes; null for never.</summary>
    public DateTimeOffset? UsedAt { get; init; }
}
