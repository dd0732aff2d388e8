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

    /// <summary>The password's slow hash, with its salt and its cost.</summary>
    public required byte[] Password { get; init; }

    /// <summary>True when it may not sign in.</summary>
    public bool IsDisabled { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
