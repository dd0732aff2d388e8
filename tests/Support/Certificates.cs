using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Spark.Tests;

/// <summary>Certificates of an authority that nobody else trusts.</summary>
internal static class Certificates
{
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset To = new(2045, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static X509Certificate2 Authority()
    {
        var request = new CertificateRequest("CN=Test authority", RSA.Create(2048), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        return request.CreateSelfSigned(From, To);
    }

    public static X509Certificate2 Issue(X509Certificate2 authority, string name)
    {
        var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(authority, From.AddDays(1), To.AddDays(-1), RandomNumberGenerator.GetBytes(8));

        // Kestrel wants the key inside the certificate.
        return X509CertificateLoader.LoadPkcs12(issued.CopyWithPrivateKey(key).Export(X509ContentType.Pkcs12), null);
    }
}
