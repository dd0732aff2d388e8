using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Access.OpenId;

/// <summary>How people sign in by OpenID Connect.</summary>
public sealed record OpenIdSettings
{
    /// <summary>What the button says, such as the company's name.</summary>
    public required string Name { get; init; }

    /// <summary>The provider's address, below which its metadata lies.</summary>
    public required Uri Authority { get; init; }

    /// <summary>The cockpit, as the provider knows it.</summary>
    public required string ClientId { get; init; }

    /// <summary>The secret that the provider gave.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>The address under which browsers reach this host, without a trailing slash.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>What is asked for.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = ["openid", "profile", "email"];

    /// <summary>The claims that name roles and groups.</summary>
    public IReadOnlyList<string> RoleClaims { get; init; } = ["roles", "groups"];

    /// <summary>The values of these claims that give each role; who has none may not sign in.</summary>
    public required IReadOnlyDictionary<Role, IReadOnlyList<string>> Roles { get; init; }

    /// <summary>The values that limit who has them to some bots, by bot.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Bots { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Prints nothing of the secret.</summary>
    public override string ToString() => $"{nameof(OpenIdSettings)} {Authority}";
}
