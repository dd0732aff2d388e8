using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace Spark.Simulators.Teams.Tokens;

/// <summary>The statement by which an app proves itself with a certificate instead of a secret, as Entra reads it.</summary>
internal static class ClientAssertion
{
    private const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private const int LongestSeconds = 24 * 60 * 60;

    /// <summary>What is wrong with it, in Entra's words; null for nothing.</summary>
    public static string? Problem(string? type, string? assertion, string certificatePem, string appId, string endpoint, TimeProvider time)
    {
        if (type != Type || assertion?.Split('.') is not { Length: 3 } parts)
        {
            return "AADSTS7000218: The request body must contain the following parameter: 'client_assertion' or 'client_secret'.";
        }

        try
        {
            using var certificate = X509Certificate2.CreateFromPem(certificatePem);
            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]));
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            return !Names(header.RootElement, certificate) ? "AADSTS700027: The certificate with identifier used to sign the client assertion is not registered on application."
                : !IsSigned(header.RootElement, parts, certificate) ? "AADSTS700027: Client assertion failed signature validation."
                : Text(claims.RootElement, "iss") != appId || Text(claims.RootElement, "sub") != appId ? "AADSTS700021: Client assertion application identifier doesn't match 'client_id' parameter."
                : Text(claims.RootElement, "aud") != endpoint ? "AADSTS700023: Client assertion audience claim does not match Realm issuer."
                : !IsInTime(claims.RootElement, time.GetUtcNow().ToUnixTimeSeconds()) ? "AADSTS700024: Client assertion is not within its valid time range."
                : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException or CryptographicException or InvalidOperationException or KeyNotFoundException)
        {
            return "AADSTS50027: JWT token is invalid or malformed.";
        }
    }

    private static bool Names(JsonElement header, X509Certificate2 certificate) =>
        Text(header, "x5t") is { } sha1 ? sha1 == Base64Url.EncodeToString(certificate.GetCertHash())
        : Text(header, "x5t#S256") == Base64Url.EncodeToString(certificate.GetCertHash(HashAlgorithmName.SHA256));

    private static bool IsSigned(JsonElement header, string[] parts, X509Certificate2 certificate)
    {
        var padding = Text(header, "alg") switch { "PS256" => RSASignaturePadding.Pss, "RS256" => RSASignaturePadding.Pkcs1, _ => null };
        using var key = certificate.GetRSAPublicKey();
        return padding is not null && key?.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, padding) == true;
    }

    private static bool IsInTime(JsonElement claims, long now) =>
        claims.GetProperty("exp").GetInt64() is var end && end > now && end <= now + LongestSeconds
        && (!claims.TryGetProperty("nbf", out var from) || from.GetInt64() <= now);

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
