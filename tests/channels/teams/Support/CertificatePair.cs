using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace Spark.Channels.Teams.Tests.Support;

/// <summary>A certificate that an app registration would know, and its key.</summary>
internal sealed class CertificatePair : IDisposable
{
    private readonly RSA key = RSA.Create(2048);
    private readonly X509Certificate2 certificate;

    public CertificatePair()
    {
        var now = TimeProvider.System.GetUtcNow();
        certificate = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    public string Public => certificate.ExportCertificatePem() + "\n";

    public string Whole => Public + key.ExportPkcs8PrivateKeyPem();

    public static string KeyOfAnother
    {
        get
        {
            using var other = RSA.Create(2048);
            return other.ExportPkcs8PrivateKeyPem();
        }
    }

    public string Thumbprint => Base64Url.EncodeToString(certificate.GetCertHash());

    /// <summary>The header and the claims of a statement that this key has signed.</summary>
    public (JsonNode Header, JsonNode Claims) Verify(string statement)
    {
        var parts = statement.Split('.');
        var header = JsonNode.Parse(Base64Url.DecodeFromChars(parts[0]))!;
        header["alg"]!.GetValue<string>().ShouldBe("PS256");
        key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pss).ShouldBeTrue();
        return (header, JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!);
    }

    public void Dispose()
    {
        certificate.Dispose();
        key.Dispose();
    }
}
