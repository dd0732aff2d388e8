using Spark.Runtime.Accounts;

namespace Spark.Plugins.Environments;

/// <summary>How people sign in to the cockpit by OpenID Connect.</summary>
public sealed record SignInConfig
{
    /// <summary>What the button says.</summary>
    public required string Name { get; init; }

    /// <summary>The provider's address, below which its metadata lies.</summary>
    public required Uri Authority { get; init; }

    /// <summary>The cockpit, as the provider knows it.</summary>
    public required string ClientId { get; init; }

    /// <summary>Where the secret lies, as <c>env:…</c> or <c>file:…</c>.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>What is asked for; empty for the usual.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The claims that name roles and groups; empty for the usual.</summary>
    public IReadOnlyList<string> RoleClaims { get; init; } = [];

    /// <summary>The values of these claims that give each role.</summary>
    public required IReadOnlyDictionary<Role, IReadOnlyList<string>> Roles { get; init; }

    /// <summary>The values that limit who has them to a bot.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Bots { get; init; }
}
