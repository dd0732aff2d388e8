namespace Spark.Runtime.Credentials;

/// <summary>How a far side is told who calls, without the secrets of it.</summary>
public sealed record Authorization
{
    /// <summary>By which way.</summary>
    public AuthorizationKind Type { get; set; }

    /// <summary>The user: for basic and password.</summary>
    public string? User { get; set; }

    /// <summary>The header that bears the key, for an API key.</summary>
    public string? Header { get; set; }

    /// <summary>The query parameter that bears the key, for an API key.</summary>
    public string? Query { get; set; }

    /// <summary>Where tokens are fetched, for OAuth 2.0 and JWT bearer.</summary>
    public Uri? TokenUrl { get; set; }

    /// <summary>Where the administrator signs in, for an authorization code.</summary>
    public Uri? AuthorizationUrl { get; set; }

    /// <summary>The client's id, for OAuth 2.0.</summary>
    public string? ClientId { get; set; }

    /// <summary>True when the client's id and secret stand in the form of the token request, not in its Basic header.</summary>
    public bool ClientInBody { get; set; }

    /// <summary>The scope to ask for.</summary>
    public string? Scope { get; set; }

    /// <summary>The audience: of the token, or of the assertion (the token address when it is not given).</summary>
    public string? Audience { get; set; }

    /// <summary>Who issues the assertion, for JWT bearer; the client's id when it is not given.</summary>
    public string? Issuer { get; set; }

    /// <summary>For whom the assertion speaks, for JWT bearer.</summary>
    public string? Subject { get; set; }

    /// <summary>The id of the signing key, for JWT bearer.</summary>
    public string? KeyId { get; set; }
}
