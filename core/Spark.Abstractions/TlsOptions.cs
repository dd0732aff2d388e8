using System.Security.Cryptography.X509Certificates;

namespace Spark;

/// <summary>What a connection needs of TLS beyond the machine's own.</summary>
public sealed record TlsOptions
{
    /// <summary>The certificate to show, with its private key; null for none.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>The authorities to trust in place of the machine's; empty for the machine's. Names and dates are checked either way.</summary>
    public IReadOnlyList<X509Certificate2> Authorities { get; init; } = [];
}
