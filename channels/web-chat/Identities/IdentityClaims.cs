using System.Text.Json.Serialization;

namespace Spark.Channels.WebChat.Identities;

/// <summary>What a site's token says, by the names of OpenID Connect.</summary>
internal sealed record IdentityClaims
{
    [JsonPropertyName("sub")]
    public string? Subject { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("email")]
    public string? Email { get; init; }

    [JsonPropertyName("email_verified")]
    public bool EmailVerified { get; init; }

    /// <summary>The channel instance, when the site names it.</summary>
    [JsonPropertyName("aud")]
    public string? Audience { get; init; }

    /// <summary>Seconds since 1970.</summary>
    [JsonPropertyName("exp")]
    public long? Expires { get; init; }

    /// <summary>Seconds since 1970.</summary>
    [JsonPropertyName("nbf")]
    public long? NotBefore { get; init; }
}
