using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Spark.Webhooks;

namespace Spark.Channels.Teams.Tests.Support;

/// <summary>A request with its token, part by part, so that a test can change exactly one of them.</summary>
internal sealed class Forgery
{
    private static readonly DateTimeOffset Epoch = DateTimeOffset.UnixEpoch;

    public Forgery(FarSide side, DateTimeOffset now, JsonObject? activity = null)
    {
        Side = side;
        Now = now;
        Activity = activity ?? Activities.Message(side.ServiceUrl, "hello");
        Key = FarSide.ChannelKey.Rsa;
        Header = new() { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = FarSide.ChannelKey.Id };
        Claims = new()
        {
            ["iss"] = Activities.ChannelIssuer,
            ["aud"] = Activities.AppId,
            ["nbf"] = Seconds(now - TimeSpan.FromMinutes(1)),
            ["exp"] = Seconds(now + TimeSpan.FromHours(1)),
            ["serviceurl"] = side.ServiceUrl,
        };
    }

    public FarSide Side { get; }

    public DateTimeOffset Now { get; }

    public JsonObject Activity { get; }

    public JsonObject Header { get; set; }

    public JsonObject Claims { get; set; }

    /// <summary>The header and the claims as text, when it is not what their objects say.</summary>
    public string? HeaderText { get; set; }

    public string? ClaimsText { get; set; }

    public RSA Key { get; set; }

    /// <summary>Signs what stands before; null for the algorithm of the header with <see cref="Key"/>.</summary>
    public Func<byte[], byte[]>? Sign { get; set; }

    /// <summary>Changes the finished token.</summary>
    public Func<string, string> Bend { get; set; } = token => token;

    /// <summary>Changes the header that carries the token; null leaves it away.</summary>
    public Func<string, string?> Carry { get; set; } = token => $"Bearer {token}";

    public static long Seconds(DateTimeOffset at) => (long)(at - Epoch).TotalSeconds;

    /// <summary>Makes it a token of Entra for the bot's own app, as the emulator sends it.</summary>
    public Forgery AsEntra(string version = "1.0")
    {
        Key = FarSide.EntraKey.Rsa;
        Header["kid"] = FarSide.EntraKey.Id;
        Claims.Remove("serviceurl");
        Claims["iss"] = version == "1.0" ? $"https://sts.windows.net/{Activities.CallerTenant}/" : $"https://login.microsoftonline.com/{Activities.CallerTenant}/v2.0";
        Claims["tid"] = Activities.CallerTenant;
        Claims["ver"] = version;
        Claims[version == "1.0" ? "appid" : "azp"] = Activities.AppId;
        return this;
    }

    public string Token()
    {
        var head = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(HeaderText ?? Header.ToJsonString()));
        var body = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(ClaimsText ?? Claims.ToJsonString()));
        var signed = Encoding.ASCII.GetBytes($"{head}.{body}");
        var signature = Sign is { } sign ? sign(signed) : Key.SignData(signed, Hash(), RSASignaturePadding.Pkcs1);
        return Bend($"{head}.{body}.{Base64Url.EncodeToString(signature)}");
    }

    public WebhookRequest Request()
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = "application/json; charset=utf-8" };
        if (Carry(Token()) is { } authorization)
        {
            headers["Authorization"] = authorization;
        }

        return new() { Method = "POST", Path = "api/messages", Headers = headers, Body = Encoding.UTF8.GetBytes(Activity.ToJsonString()), ReceivedAt = Now };
    }

    private HashAlgorithmName Hash() => Header["alg"]?.GetValue<string>() switch
    {
        "RS384" => HashAlgorithmName.SHA384,
        "RS512" => HashAlgorithmName.SHA512,
        _ => HashAlgorithmName.SHA256,
    };
}
