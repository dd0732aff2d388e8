using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using Spark.Channels.Teams.Inbound;

namespace Spark.Channels.Teams.Authentication;

/// <summary>Reads a JSON Web Key Set: its RSA keys for signatures, the rest left out.</summary>
internal static class KeyDocument
{
    private const int SmallestModulusBytes = 256;

    public static IReadOnlyDictionary<string, SigningKey> Read(JsonElement document)
    {
        var keys = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        foreach (var entry in document.Items("keys"))
        {
            if (entry.Text("kty") == "RSA" && (entry.Text("use") ?? "sig") == "sig" && entry.Text("kid") is { } id && RsaOf(entry) is { } rsa)
            {
                var key = new RsaSecurityKey(rsa)
                {
                    KeyId = id,
                    // A cache of providers lives on a thread of its own, which would keep an unloaded plugin in memory.
                    CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
                };
                keys.TryAdd(id, new SigningKey(key, [.. entry.Items("endorsements").Select(item => item.ValueKind == JsonValueKind.String ? item.GetString() : null).OfType<string>()]));
            }
        }

        return keys;
    }

    private static RSAParameters? RsaOf(JsonElement entry)
    {
        if (entry.Text("n") is not { } modulus || entry.Text("e") is not { } exponent)
        {
            return null;
        }

        try
        {
            var parameters = new RSAParameters { Modulus = Base64Url.DecodeFromChars(modulus), Exponent = Base64Url.DecodeFromChars(exponent) };
            return parameters.Modulus.Length >= SmallestModulusBytes ? parameters : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
