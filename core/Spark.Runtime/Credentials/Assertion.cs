using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Spark.Runtime.Credentials;

/// <summary>A signed assertion of who calls (RFC 7523): RS256 with an RSA key, ES256 with a key on P-256.</summary>
internal static class Assertion
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    /// <exception cref="TokenRefusedException">The key is none.</exception>
    public static string Sign(Authorization settings, CredentialSecrets secrets, DateTimeOffset now)
    {
        try
        {
            return TrySign(settings, secrets.PrivateKey ?? "", now);
        }
        catch (Exception unusable) when (unusable is CryptographicException or ArgumentException)
        {
            throw new TokenRefusedException("The private key of the credential is no RSA key, and none on P-256, as PEM.");
        }
    }

    private static string TrySign(Authorization settings, string pem, DateTimeOffset now)
    {
        if (pem.Contains("BEGIN EC", StringComparison.Ordinal))
        {
            using var curve = ECDsa.Create();
            curve.ImportFromPem(pem);
            var signed = Unsigned("ES256", settings, now);
            return $"{signed}.{Base64Url.EncodeToString(curve.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256))}";
        }

        using var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        var text = Unsigned("RS256", settings, now);
        return $"{text}.{Base64Url.EncodeToString(rsa.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Unsigned(string algorithm, Authorization settings, DateTimeOffset now)
    {
        var header = Write(json =>
        {
            json.WriteString("alg", algorithm);
            json.WriteString("typ", "JWT");
            if (settings.KeyId is { } id)
            {
                json.WriteString("kid", id);
            }
        });
        var claims = Write(json =>
        {
            json.WriteString("iss", settings.Issuer ?? settings.ClientId);
            json.WriteString("sub", settings.Subject ?? settings.ClientId);
            json.WriteString("aud", settings.Audience ?? settings.TokenUrl!.AbsoluteUri);
            json.WriteNumber("iat", now.ToUnixTimeSeconds());
            json.WriteNumber("exp", (now + Life).ToUnixTimeSeconds());
            json.WriteString("jti", Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)));
        });
        return $"{header}.{claims}";
    }

    private static string Write(Action<Utf8JsonWriter> write)
    {
        var bytes = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Base64Url.EncodeToString(bytes.WrittenSpan);
    }
}
