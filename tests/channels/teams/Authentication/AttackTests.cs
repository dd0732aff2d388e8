using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Spark.Channels.Teams.Tests.Support;

namespace Spark.Channels.Teams.Tests.Authentication;

/// <summary>
/// Each attack differs from a request that is taken in one property. The good twin passes in the same test, so that no attack is refused
/// for a reason of its own.
/// </summary>
public sealed class AttackTests : IAsyncLifetime
{
    private static readonly Dictionary<string, Action<Forgery>> OnChannelTokens = new(StringComparer.Ordinal)
    {
        ["no authorization header"] = forgery => forgery.Carry = _ => null,
        ["an empty authorization header"] = forgery => forgery.Carry = _ => "",
        ["another scheme"] = forgery => forgery.Carry = token => $"Basic {token}",
        ["a scheme without a token"] = forgery => forgery.Carry = _ => "Bearer ",
        ["a token without a scheme"] = forgery => forgery.Carry = token => token,
        ["two tokens"] = forgery => forgery.Carry = token => $"Bearer {token}, Bearer {token}",
        ["no algorithm, no signature"] = forgery => (forgery.Header["alg"], forgery.Bend) = ("none", token => token[..(token.LastIndexOf('.') + 1)]),
        ["no algorithm, with the signature"] = forgery => forgery.Header["alg"] = "none",
        ["no algorithm, written NoNe"] = forgery => (forgery.Header["alg"], forgery.Bend) = ("NoNe", token => token[..(token.LastIndexOf('.') + 1)]),
        ["the algorithm left away"] = forgery => forgery.Header.Remove("alg"),
        ["the algorithm in lower case"] = forgery => forgery.Header["alg"] = "rs256",
        ["HS256 with the public key in PEM"] = forgery => Hmac(forgery, Encoding.ASCII.GetBytes(FarSide.ChannelKey.Rsa.ExportSubjectPublicKeyInfoPem())),
        ["HS256 with the public modulus"] = forgery => Hmac(forgery, FarSide.ChannelKey.Rsa.ExportParameters(false).Modulus!),
        ["HS256 with the key's name"] = forgery => Hmac(forgery, Encoding.ASCII.GetBytes(FarSide.ChannelKey.Id)),
        ["PS256 by the right key"] = forgery => (forgery.Header["alg"], forgery.Sign) = ("PS256", bytes => forgery.Key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)),
        ["ES256 by another key"] = forgery => (forgery.Header["alg"], forgery.Sign) = ("ES256", bytes => ECDsa.Create(ECCurve.NamedCurves.nistP256).SignData(bytes, HashAlgorithmName.SHA256)),
        ["RS1 by the right key"] = forgery => (forgery.Header["alg"], forgery.Sign) = ("RS1", bytes => forgery.Key.SignData(bytes, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1)),
        ["RS512 said, RS256 done"] = forgery => (forgery.Header["alg"], forgery.Sign) = ("RS512", bytes => forgery.Key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
        ["another audience"] = forgery => forgery.Claims["aud"] = "99999999-9999-4999-8999-999999999999",
        ["our audience among others"] = forgery => forgery.Claims["aud"] = new JsonArray("99999999-9999-4999-8999-999999999999", Activities.AppId),
        ["our audience in a list of one"] = forgery => forgery.Claims["aud"] = new JsonArray(Activities.AppId),
        ["our audience with a slash"] = forgery => forgery.Claims["aud"] = $"{Activities.AppId}/",
        ["no audience"] = forgery => forgery.Claims.Remove("aud"),
        ["another issuer"] = forgery => forgery.Claims["iss"] = "https://issuer.example",
        ["our issuer with a slash"] = forgery => forgery.Claims["iss"] = $"{Activities.ChannelIssuer}/",
        ["our issuer in capitals"] = forgery => forgery.Claims["iss"] = "https://API.botframework.com",
        ["the government's issuer"] = forgery => forgery.Claims["iss"] = "https://api.botframework.us",
        ["Entra's issuer with the channel's key"] = forgery => forgery.Claims["iss"] = $"https://sts.windows.net/{Activities.CallerTenant}/",
        ["no issuer"] = forgery => forgery.Claims.Remove("iss"),
        ["an issuer that is a list"] = forgery => forgery.Claims["iss"] = new JsonArray(Activities.ChannelIssuer),
        ["expired"] = forgery => forgery.Claims["exp"] = Forgery.Seconds(forgery.Now - TimeSpan.FromSeconds(301)),
        ["not yet valid"] = forgery => forgery.Claims["nbf"] = Forgery.Seconds(forgery.Now + TimeSpan.FromSeconds(301)),
        ["no end"] = forgery => forgery.Claims.Remove("exp"),
        ["an end that is text"] = forgery => forgery.Claims["exp"] = "tomorrow",
        ["no beginning"] = forgery => forgery.Claims.Remove("nbf"),
        ["an end before its beginning"] = forgery => (forgery.Claims["nbf"], forgery.Claims["exp"]) = (Forgery.Seconds(forgery.Now + TimeSpan.FromSeconds(200)), Forgery.Seconds(forgery.Now + TimeSpan.FromSeconds(100))),
        ["another key of the same name"] = forgery => forgery.Key = RSA.Create(2048),
        ["a key that nobody has"] = forgery => forgery.Header["kid"] = "channel-2",
        ["no key named"] = forgery => forgery.Header.Remove("kid"),
        ["Entra's key"] = forgery => (forgery.Key, forgery.Header["kid"]) = (FarSide.EntraKey.Rsa, FarSide.EntraKey.Id),
        ["a key endorsed for another channel"] = forgery => (forgery.Key, forgery.Header["kid"]) = (FarSide.SlackKey.Rsa, FarSide.SlackKey.Id),
        ["a key without endorsements"] = forgery => (forgery.Key, forgery.Header["kid"]) = (FarSide.BareKey.Rsa, FarSide.BareKey.Id),
        ["a key that is too short"] = forgery => (forgery.Key, forgery.Header["kid"]) = (FarSide.ShortKey.Rsa, FarSide.ShortKey.Id),
        ["its own key in the header"] = forgery => OwnKey(forgery, (header, key) => header["jwk"] = key.ToJson()),
        ["the address of its own keys"] = forgery => OwnKey(forgery, (header, _) => header["jku"] = "https://attacker.example/keys"),
        ["its own certificate"] = forgery => OwnKey(forgery, (header, _) => header["x5c"] = new JsonArray("MIIB")),
        ["another service address in the token"] = forgery => forgery.Claims["serviceurl"] = "https://smba.trafficmanager.net/emea/",
        ["the service address without its slash"] = forgery => forgery.Claims["serviceurl"] = forgery.Side.ServiceUrl.TrimEnd('/'),
        ["no service address in the token"] = forgery => forgery.Claims.Remove("serviceurl"),
        ["another service address in the activity"] = forgery => forgery.Activity["serviceUrl"] = "https://attacker.example/",
        ["no service address in the activity"] = forgery => forgery.Activity.Remove("serviceUrl"),
        ["a service address that is on no list"] = forgery => forgery.Activity["serviceUrl"] = (forgery.Claims["serviceurl"] = "https://attacker.example/").DeepClone(),
        ["a service address over an open line"] = forgery => forgery.Activity["serviceUrl"] = (forgery.Claims["serviceurl"] = "http://smba.trafficmanager.net/emea/").DeepClone(),
        ["a service address that only looks listed"] = forgery => forgery.Activity["serviceUrl"] = (forgery.Claims["serviceurl"] = "https://smba.trafficmanager.net.attacker.example/").DeepClone(),
        ["a service address with a user"] = forgery => forgery.Activity["serviceUrl"] = (forgery.Claims["serviceurl"] = "https://smba.trafficmanager.net@attacker.example/").DeepClone(),
        ["another channel's activity, not endorsed"] = forgery => forgery.Activity["channelId"] = "slack",
        ["another channel's activity, endorsed"] = forgery => forgery.Activity["channelId"] = "webchat",
        ["no channel in the activity"] = forgery => forgery.Activity.Remove("channelId"),
        ["an encrypted token"] = forgery => forgery.Bend = token => $"{token}.AAAA.BBBB",
        ["an encrypted token's header"] = forgery => (forgery.Header["alg"], forgery.Header["enc"]) = ("RSA-OAEP", "A256GCM"),
        ["too large"] = forgery => forgery.Claims["more"] = new string('x', 20_000),
        ["cut off in its signature"] = forgery => forgery.Bend = token => token[..^10],
        ["cut off before its signature"] = forgery => forgery.Bend = token => token[..token.LastIndexOf('.')],
        ["an empty signature"] = forgery => forgery.Bend = token => token[..(token.LastIndexOf('.') + 1)],
        ["one bit of the signature"] = forgery => forgery.Sign = bytes => Flip(forgery.Key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
        ["claims exchanged after signing"] = forgery => forgery.Bend = token => Exchange(token, 1, """{"iss":"https://api.botframework.com"}"""),
        ["header exchanged after signing"] = forgery => forgery.Bend = token => Exchange(token, 0, $$"""{"kid":"{{FarSide.ChannelKey.Id}}","alg":"RS256"}"""),
        ["the audience twice"] = forgery => forgery.ClaimsText = Twice(forgery.Claims, "aud", "99999999-9999-4999-8999-999999999999"),
        ["the issuer twice"] = forgery => forgery.ClaimsText = Twice(forgery.Claims, "iss", "https://issuer.example"),
        ["the service address twice"] = forgery => forgery.ClaimsText = Twice(forgery.Claims, "serviceurl", "https://attacker.example/"),
        ["the key twice"] = forgery => forgery.HeaderText = Twice(forgery.Header, "kid", "channel-2"),
        ["an extension it insists on"] = forgery => forgery.Header["crit"] = new JsonArray("exp"),
        ["claims that are a list"] = forgery => forgery.ClaimsText = "[]",
        ["a header that is no JSON"] = forgery => forgery.HeaderText = "RS256",
    };

    private static readonly Dictionary<string, Action<Forgery>> OnEntraTokens = new(StringComparer.Ordinal)
    {
        ["a tenant that is not listed"] = forgery => forgery.Claims["iss"] = "https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/",
        ["a tenant claim of another tenant"] = forgery => forgery.Claims["tid"] = "f8cdef31-a31e-4b4a-93e4-5f571e91255a",
        ["no tenant claim"] = forgery => forgery.Claims.Remove("tid"),
        ["no version"] = forgery => forgery.Claims.Remove("ver"),
        ["a version that is not there yet"] = forgery => forgery.Claims["ver"] = "3.0",
        ["another app's token"] = forgery => forgery.Claims["appid"] = "99999999-9999-4999-8999-999999999999",
        ["no app"] = forgery => forgery.Claims.Remove("appid"),
        ["the app in the claim of the other version"] = forgery => (forgery.Claims["azp"], forgery.Claims["appid"]) = (Activities.AppId, null),
        ["another app's audience"] = forgery => forgery.Claims["aud"] = "99999999-9999-4999-8999-999999999999",
        ["the audience of the Connector"] = forgery => forgery.Claims["aud"] = "https://api.botframework.com",
        ["the channel's key"] = forgery => (forgery.Key, forgery.Header["kid"]) = (FarSide.ChannelKey.Rsa, FarSide.ChannelKey.Id),
        ["the channel's issuer"] = forgery => forgery.Claims["iss"] = Activities.ChannelIssuer,
        ["expired"] = forgery => forgery.Claims["exp"] = Forgery.Seconds(forgery.Now - TimeSpan.FromSeconds(301)),
        ["a service address that is on no list"] = forgery => forgery.Activity["serviceUrl"] = "https://attacker.example/",
    };

    private FarSide side = null!;
    private TestChannel channel = null!;

    public static TheoryData<string> ChannelAttacks => [.. OnChannelTokens.Keys];

    public static TheoryData<string> EntraAttacks => [.. OnEntraTokens.Keys];

    public async ValueTask InitializeAsync()
    {
        side = await FarSide.StartAsync();
        channel = new TestChannel(side);
    }

    public ValueTask DisposeAsync()
    {
        channel.Dispose();
        return side.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(ChannelAttacks))]
    public Task A_token_of_the_channel_is_refused_for(string attack) => RefusedAsync(() => channel.Forge(), OnChannelTokens[attack]);

    [Theory]
    [MemberData(nameof(EntraAttacks))]
    public Task A_token_of_Entra_is_refused_for(string attack) => RefusedAsync(() => channel.Forge().AsEntra(), OnEntraTokens[attack]);

    private async Task RefusedAsync(Func<Forgery> make, Action<Forgery> attack)
    {
        var good = await channel.ReceiveAsync(make().Request());
        good.Answer.Status.ShouldBe(200, channel.Logs.All);
        good.Events.ShouldHaveSingleItem();

        var forgery = make();
        attack(forgery);
        var refused = await channel.ReceiveAsync(forgery.Request());

        refused.Answer.Status.ShouldBeOneOf(401, 403);
        TestChannel.Text(refused.Answer).ShouldBe("""{"error":{"code":"Unauthorized","message":"The request carries no token that this bot accepts."}}""");
        refused.Events.ShouldBeEmpty();
        (await channel.ReceiveAsync(make().Request())).Answer.Status.ShouldBe(200);
        channel.Logs.All.ShouldNotContain(forgery.Token());
    }

    private static void Hmac(Forgery forgery, byte[] secret) => (forgery.Header["alg"], forgery.Sign) = ("HS256", bytes => HMACSHA256.HashData(secret, bytes));

    private static void OwnKey(Forgery forgery, Action<JsonObject, SigningPair> tell)
    {
        var own = new SigningPair(FarSide.ChannelKey.Id, ["msteams"]);
        forgery.Key = own.Rsa;
        tell(forgery.Header, own);
    }

    private static byte[] Flip(byte[] signature)
    {
        signature[^1] ^= 1;
        return signature;
    }

    private static string Exchange(string token, int part, string json)
    {
        var parts = token.Split('.');
        parts[part] = System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
        return string.Join('.', parts);
    }

    // The wrong one first: readers that take the last see what is right, those that take the first what is wrong.
    private static string Twice(JsonObject json, string name, string wrong) => $"{{\"{name}\":\"{wrong}\",{json.ToJsonString()[1..]}";
}
