namespace Spark.Runtime.Credentials;

/// <summary>How a far side is reached, without the secrets of it.</summary>
public sealed record Credential
{
    /// <summary>Its name; API Calls refer to it.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it is for.</summary>
    public string Description { get; set; } = "";

    /// <summary>The address of the far side: calls go to this host and no other. HTTPS, or HTTP where private addresses are allowed.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>How it is told who calls.</summary>
    public Authorization Authorization { get; set; } = new();

    /// <summary>True when it may be at a private address.</summary>
    public bool AllowPrivate { get; set; }

    /// <summary>What is read to see that the credential works: a path below the address. Empty for the address itself.</summary>
    public string TestResource { get; set; } = "";

    /// <summary>The authorities to trust in place of the machine's, as PEM; null for the machine's.</summary>
    public string? Authorities { get; set; }
}
