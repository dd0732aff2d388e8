using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Spark.Cockpit.Tests.Support;

/// <summary>
/// A provider of OpenID Connect on loopback, by the book: metadata, keys, codes that are good once and bound to PKCE. It signs by hand, with
/// nothing of what the host checks with, and can be made to lie.
/// </summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string ClientId = "cockpit";
    public const string ClientSecret = "the provider's own long secret";

    private readonly ConcurrentDictionary<string, Granted> codes = new(StringComparer.Ordinal);
    private readonly WebApplication app;

    private IdentityProvider(WebApplication app) => this.app = app;

    public string Url => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public RSA Key { get; private set; } = RSA.Create(2048);

    public string KeyId { get; private set; } = "one";

    /// <summary>What it says of who signs in.</summary>
    public JsonObject Person { get; set; } = new() { ["sub"] = "ada-1", ["name"] = "Ada", ["preferred_username"] = "ada@contoso.com", ["roles"] = new JsonArray("Spark.Designers") };

    /// <summary>Changes what a token says before it is signed.</summary>
    public Action<JsonObject> Lie { get; set; } = _ => { };

    /// <summary>Signs a token's claims; null to sign as it should.</summary>
    public Func<JsonObject, string>? Forge { get; set; }

    /// <summary>True when the person says no.</summary>
    public bool Denies { get; set; }

    public static async Task<IdentityProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var built = builder.Build();
        var provider = new IdentityProvider(built);
        built.MapGet("/.well-known/openid-configuration", () => Json(new()
        {
            ["issuer"] = provider.Url,
            ["authorization_endpoint"] = provider.Url + "/authorize?tenant=contoso",
            ["token_endpoint"] = provider.Url + "/token",
            ["jwks_uri"] = provider.Url + "/keys",
            ["end_session_endpoint"] = provider.Url + "/sign-out",
        }));
        built.MapGet("/keys", () => Json(new() { ["keys"] = new JsonArray(provider.Jwk()) }));
        built.MapGet("/authorize", provider.Authorize);
        built.MapPost("/token", (Delegate)provider.TokenAsync);
        await built.StartAsync();
        return provider;
    }

    /// <summary>Gives a code as if somebody had signed in for a question.</summary>
    public string Grant(string nonce, string challenge, string redirect)
    {
        var code = Guid.NewGuid().ToString("N");
        codes[code] = new(nonce, challenge, redirect);
        return code;
    }

    public void ChangeKey()
    {
        Key = RSA.Create(2048);
        KeyId = "two";
    }

    /// <summary>Signs with a key of one's own.</summary>
    public static string Sign(JsonObject claims, RSA key, string keyId)
    {
        var signed = Unsigned(new() { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = keyId }, claims);
        return $"{signed}.{WebEncoders.Base64UrlEncode(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    public static string Unsigned(JsonObject header, JsonObject claims) => $"{Part(header)}.{Part(claims)}";

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static string Part(JsonObject part) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(part.ToJsonString()));

    private static IResult Json(JsonObject body) => Results.Text(body.ToJsonString(), "application/json");

    private JsonObject Jwk()
    {
        var key = Key.ExportParameters(false);
        return new()
        {
            ["kty"] = "RSA", ["use"] = "sig", ["kid"] = KeyId, ["n"] = WebEncoders.Base64UrlEncode(key.Modulus!), ["e"] = WebEncoders.Base64UrlEncode(key.Exponent!),
        };
    }

    private IResult Authorize(HttpContext http)
    {
        var query = http.Request.Query;
        if (query["client_id"] != ClientId || query["response_type"] != "code" || query["code_challenge_method"] != "S256" || !query["scope"].ToString().Contains("openid", StringComparison.Ordinal) || query["tenant"] != "contoso")
        {
            return Results.BadRequest();
        }

        var redirect = query["redirect_uri"].ToString();
        return Results.Redirect(Denies
            ? QueryHelpers.AddQueryString(redirect, new Dictionary<string, string?> { ["error"] = "access_denied", ["state"] = query["state"] })
            : QueryHelpers.AddQueryString(redirect, new Dictionary<string, string?>
            {
                ["code"] = Grant(query["nonce"].ToString(), query["code_challenge"].ToString(), redirect), ["state"] = query["state"],
            }));
    }

    private async Task<IResult> TokenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        if (form["client_id"] != ClientId || form["client_secret"] != ClientSecret || !codes.TryRemove(form["code"].ToString(), out var granted)
            || granted.Redirect != form["redirect_uri"]
            || granted.Challenge != WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))))
        {
            return Results.Text("""{"error":"invalid_grant"}""", "application/json", statusCode: 400);
        }

        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = (JsonObject)Person.DeepClone();
        claims["iss"] = Url;
        claims["aud"] = ClientId;
        claims["nonce"] = granted.Nonce;
        claims["iat"] = now;
        claims["exp"] = now + 300;
        Lie(claims);
        var token = Forge?.Invoke(claims) ?? Sign(claims, Key, KeyId);
        return Json(new() { ["access_token"] = "opaque", ["token_type"] = "Bearer", ["id_token"] = token });
    }

    private sealed record Granted(string Nonce, string Challenge, string Redirect);
}
