namespace Spark.Runtime.Credentials;

/// <summary>A sign-in that was begun.</summary>
internal sealed record SignIn
{
    public string Credential { get; set; } = "";

    /// <summary>Proves that who ends it has begun it (PKCE).</summary>
    public string Verifier { get; set; } = "";

    public Uri? Redirect { get; set; }

    /// <summary>Who began it, as the audit calls them.</summary>
    public string By { get; set; } = "";

    public DateTimeOffset EndsAt { get; set; }
}
