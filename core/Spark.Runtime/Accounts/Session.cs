namespace Spark.Runtime.Accounts;

/// <summary>A browser that is signed in.</summary>
public sealed record Session
{
    /// <summary>The hash of what the cookie holds.</summary>
    public required byte[] Id { get; init; }

    /// <summary>The account's name.</summary>
    public required string Account { get; init; }

    /// <summary>What every change must bring beside the cookie.</summary>
    public required string Csrf { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last used, to some minutes.</summary>
    public required DateTimeOffset UsedAt { get; init; }
}
