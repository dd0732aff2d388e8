using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Spark;

/// <summary>What a connection needs of TLS beyond the machine's own.</summary>
public sealed record TlsOptions
{
    /// <summary>The certificate to show, with its private key; null for none.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>The authorities to trust in place of the machine's; empty for the machine's. Names and dates are checked either way.</summary>
    public IReadOnlyList<X509Certificate2> Authorities { get; init; } = [];

    /// <summary>Reads them as PEM. Since contract 1.4.</summary>
    /// <param name="certificate">The certificate and its private key; null for none.</param>
    /// <param name="authorities">The authorities; null or blank for the machine's.</param>
    /// <returns>The options; null when neither is given.</returns>
    /// <exception cref="ArgumentException">One of them is no PEM of that kind.</exception>
    public static TlsOptions? OfPem(string? certificate, string? authorities)
    {
        if (certificate is null && string.IsNullOrWhiteSpace(authorities))
        {
            return null;
        }

        try
        {
            var trusted = new X509Certificate2Collection();
            trusted.ImportFromPem(authorities ?? "");
            return new() { Certificate = certificate is null ? null : X509Certificate2.CreateFromPem(certificate, certificate), Authorities = [.. trusted] };
        }
        catch (Exception unusable) when (unusable is CryptographicException or ArgumentException)
        {
            throw new ArgumentException("There must be a certificate and its private key, and authorities that are certificates, all of them as PEM.", nameof(certificate), unusable);
        }
    }
}
