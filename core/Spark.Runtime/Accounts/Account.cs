namespace Spark.Runtime.Accounts;

/// <summary>Somebody who may sign in to the cockpit.</summary>
public sealed record Account
{
    /// <summary>What is typed to sign in: lower-case, unique.</summary>
    public required string Name { get; init; }

    /// <summary>What others read.</summary>
    public required string Display { get; init; }

    /// <summary>What they are.</summary>
    public required Role Role { get; init; }

    /// <summary>The password's slow hash, with its salt and its cost; empty for who signs in elsewhere.</summary>
    public required byte[] Password { get; init; }

    /// <summary>The system that vouches for this person, as it calls itself; null for a local account.</summary>
    public string? Issuer { get; init; }

    /// <summary>The person, as that system names them for good; null for a local account.</summary>
    public string? Subject { get; init; }

    /// <summary>The only bots that it sees to; null for all.</summary>
    public IReadOnlyList<string>? Bots { get; init; }

    /// <summary>True when it may not sign in.</summary>
    public bool IsDisabled { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
