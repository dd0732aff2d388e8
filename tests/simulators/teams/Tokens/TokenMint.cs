using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spark.Simulators.Teams.CommandLine;

namespace Spark.Simulators.Teams.Tokens;

/// <summary>Makes tokens, good and bad, and knows its own again.</summary>
internal sealed class TokenMint(SimulatorOptions options, TimeProvider time) : IDisposable
{
    public const string ChannelIssuer = "https://api.botframework.com";
    public const string ConnectorAudience = "https://api.botframework.com";
    public const string ChannelKeyId = "sim-channel-1";
    public const string UnendorsedKeyId = "sim-channel-2";
    public const string EntraKeyId = "sim-entra-1";

    private const int KeyBits = 2048;
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly RSA channel = RSA.Create(KeyBits);
    private readonly RSA unendorsed = RSA.Create(KeyBits);
    private readonly RSA entra = RSA.Create(KeyBits);
    private readonly RSA stranger = RSA.Create(KeyBits);

    /// <summary>The keys that the Bot Framework publishes.</summary>
    public JsonObject ChannelKeys => Keys(
        Public(channel, ChannelKeyId, ["msteams"]), Public(unendorsed, UnendorsedKeyId, ["slack"]));

    /// <summary>The keys that Entra publishes.</summary>
    public JsonObject EntraKeys => Keys(Public(entra, EntraKeyId, []));

    /// <summary>A token with which the channel calls the bot.</summary>
    /// <param name="serviceUrl">The service address that it is for.</param>
    /// <param name="flaw">Replaces header and claims: <c>{"header":{},"claims":{},"key":"channel|unendorsed|entra|stranger"}</c>; null for a good one.</param>
    public string OfChannel(string serviceUrl, JsonObject? flaw)
    {
        var now = time.GetUtcNow();
        var header = new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = ChannelKeyId };
        var claims = new JsonObject
        {
            ["iss"] = ChannelIssuer,
            ["aud"] = options.AppId,
            ["nbf"] = now.AddMinutes(-5).ToUnixTimeSeconds(),
            ["exp"] = (now + Life).ToUnixTimeSeconds(),
            ["serviceurl"] = serviceUrl,
        };
        Replace(header, flaw?["header"] as JsonObject);
        Replace(claims, flaw?["claims"] as JsonObject);
        return Sign(header, claims, flaw?["key"]?.GetValue<string>() switch
        {
            "unendorsed" => unendorsed,
            "entra" => entra,
            "stranger" => stranger,
            _ => channel,
        });
    }

    /// <summary>A token with which the bot calls the Connector.</summary>
    public string OfBot(string tenant)
    {
        var now = time.GetUtcNow();
        return Sign(
            new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = EntraKeyId },
            new JsonObject
            {
                ["aud"] = ConnectorAudience,
                ["iss"] = $"https://sts.windows.net/{tenant}/",
                ["iat"] = now.ToUnixTimeSeconds(),
                ["nbf"] = now.ToUnixTimeSeconds(),
                ["exp"] = (now + Life).ToUnixTimeSeconds(),
                ["appid"] = options.AppId,
                ["ver"] = "1.0",
                ["jti"] = Guid.NewGuid().ToString(),
            },
            entra);
    }

    /// <summary>True for a token of ours with which the bot may call the Connector now.</summary>
    public bool IsOfBot(string? authorization)
    {
        if (authorization?.StartsWith("Bearer ", StringComparison.Ordinal) != true || authorization["Bearer ".Length..].Split('.') is not { Length: 3 } parts)
        {
            return false;
        }

        try
        {
            var signed = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            return entra.VerifyData(signed, Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                && claims.RootElement.GetProperty("aud").GetString() == ConnectorAudience
                && claims.RootElement.GetProperty("exp").GetInt64() > time.GetUtcNow().ToUnixTimeSeconds();
        }
        catch (Exception exception) when (exception is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        channel.Dispose();
        unendorsed.Dispose();
        entra.Dispose();
        stranger.Dispose();
    }

    private static void Replace(JsonObject target, JsonObject? with)
    {
        foreach (var (name, value) in with ?? [])
        {
            if (value is null)
            {
                target.Remove(name);
            }
            else
            {
                target[name] = value.DeepClone();
            }
        }
    }

    private static string Sign(JsonObject header, JsonObject claims, RSA key)
    {
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        return $"{signed}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static JsonObject Keys(params JsonObject[] keys) => new() { ["keys"] = new JsonArray([.. keys]) };

    private static JsonObject Public(RSA key, string id, string[] endorsements)
    {
        var half = key.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["x5t"] = id,
            ["n"] = Base64Url.EncodeToString(half.Modulus),
            ["e"] = Base64Url.EncodeToString(half.Exponent),
            ["endorsements"] = new JsonArray([.. endorsements.Select(channelId => (JsonNode)channelId!)]),
        };
    }
}
