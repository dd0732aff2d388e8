using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace Spark.Channels.Teams.Rest;

/// <summary>
/// A certificate that the app registration knows: each request carries a statement of a few minutes, signed with its key (RFC 7523), so
/// that the key itself never leaves.
/// </summary>
internal sealed class CertificateProof : IAppProof
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    private readonly string appId;
    private readonly TimeProvider time;
    private readonly RSA key;
    private readonly string header;

    private CertificateProof(X509Certificate2 certificate, RSA key, string appId, TimeProvider time)
    {
        this.appId = appId;
        this.time = time;
        this.key = key;
        header = Encode(json =>
        {
            json.WriteString("alg", "PS256");
            json.WriteString("typ", "JWT");
            json.WriteString("x5t", Base64Url.EncodeToString(certificate.GetCertHash()));
            json.WriteString("x5t#S256", Base64Url.EncodeToString(certificate.GetCertHash(HashAlgorithmName.SHA256)));
        });
    }

    /// <summary>Reads a certificate and its private key.</summary>
    /// <param name="pem">Both as PEM, in one text.</param>
    /// <param name="appId">The app.</param>
    /// <param name="time">The clock.</param>
    /// <returns>The proof; null when the text does not hold both, or the key is not RSA.</returns>
    public static CertificateProof? Read(string pem, string appId, TimeProvider time)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(pem, pem);
            return certificate.GetRSAPrivateKey() is { } key ? new(certificate, key, appId, time) : null;
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    public string FieldsFor(Uri audience)
    {
        var now = time.GetUtcNow();
        var claims = Encode(json =>
        {
            json.WriteString("aud", audience.AbsoluteUri);
            json.WriteString("iss", appId);
            json.WriteString("sub", appId);
            json.WriteString("jti", Guid.NewGuid().ToString());
            json.WriteNumber("nbf", (now - Skew).ToUnixTimeSeconds());
            json.WriteNumber("exp", (now + Life).ToUnixTimeSeconds());
        });
        var signature = key.SignData(Encoding.ASCII.GetBytes($"{header}.{claims}"), HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
        return $"client_assertion_type={Uri.EscapeDataString(AssertionType)}&client_assertion={header}.{claims}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encode(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Base64Url.EncodeToString(buffer.WrittenSpan);
    }
}
