using System.Text.Json.Serialization;

namespace Spark.Runtime.Credentials;

/// <summary>How a far side is told who calls.</summary>
public enum AuthorizationKind
{
    /// <summary>Not at all.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>User and password (RFC 7617).</summary>
    [JsonStringEnumMemberName("basic")]
    Basic,

    /// <summary>A token that does not change (RFC 6750).</summary>
    [JsonStringEnumMemberName("bearer")]
    Bearer,

    /// <summary>A key in a header or in the query.</summary>
    [JsonStringEnumMemberName("api-key")]
    ApiKey,

    /// <summary>OAuth 2.0 client credentials (RFC 6749, 4.4).</summary>
    [JsonStringEnumMemberName("oauth2-client-credentials")]
    ClientCredentials,

    /// <summary>OAuth 2.0 authorization code with PKCE, kept alive by its refresh token (RFC 6749, 4.1 and 6).</summary>
    [JsonStringEnumMemberName("oauth2-authorization-code")]
    AuthorizationCode,

    /// <summary>OAuth 2.0 password (RFC 6749, 4.3).</summary>
    [JsonStringEnumMemberName("oauth2-password")]
    Password,

    /// <summary>A signed assertion for a token (RFC 7523).</summary>
    [JsonStringEnumMemberName("jwt-bearer")]
    JwtBearer,

    /// <summary>A certificate of the caller.</summary>
    [JsonStringEnumMemberName("mutual-tls")]
    MutualTls,
}
