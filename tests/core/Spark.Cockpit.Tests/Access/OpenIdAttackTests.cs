using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Spark.Cockpit.Access.OpenId;
using Spark.Cockpit.Tests.Support;
using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Tests.Access;

/// <summary>What must let nobody in.</summary>
public sealed class OpenIdAttackTests
{
    private const string Refused = "/cockpit/?signIn=Invalid";
    private const string Cookie = "spark-cockpit=";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    // One stage for all of them: a host that starts takes longer than an attack.
    private static readonly string[] Attacks =
    [
        "another nonce",
        "no nonce",
        "another audience",
        "for another of several",
        "another issuer",
        "a longer issuer",
        "expired",
        "no end",
        "not yet",
        "nobody",
        "none",
        "None, without a dot",
        "foreign key",
        "unknown key",
        "key in the header",
        "secret as key",
        "public key as secret",
        "encrypted",
        "no token",
    ];

    [Fact]
    public async Task A_token_that_is_not_the_provider_s_word_about_this_sign_in_is_refused()
    {
        await using var stage = await OpenIdStage.StartAsync(Cancelled);
        var good = (stage.Provider.Lie, stage.Provider.Forge);
        foreach (var attack in Attacks)
        {
            (stage.Provider.Lie, stage.Provider.Forge) = good;
            Arm(stage.Provider, attack);
            using var browser = stage.Server.Browser();

            using var answer = await OpenIdStage.SignInAsync(browser, Cancelled);

            await IsRefusedAsync(stage, browser, answer, attack);
        }

        // And it was the attack each time, not the stage.
        (stage.Provider.Lie, stage.Provider.Forge) = good;
        using var honest = stage.Server.Browser();
        using var entered = await OpenIdStage.SignInAsync(honest, Cancelled);
        entered.Headers.Location!.OriginalString.ShouldBe("/cockpit/");
    }

    [Fact]
    public async Task Another_state_no_state_and_the_state_of_another_browser_are_refused()
    {
        await using var stage = await OpenIdStage.StartAsync(Cancelled);
        using var browser = stage.Server.Browser();
        using var other = stage.Server.Browser();
        var back = await OpenIdStage.ComeBackAsync(browser, Cancelled);
        var code = QueryHelpers.ParseQuery(back.Query)["code"].ToString();
        var state = QueryHelpers.ParseQuery(back.Query)["state"].ToString();
        var path = back.AbsolutePath;

        // Login CSRF: the attacker's answer in the victim's browser.
        using var elsewhere = await OpenIdStage.OpenAsync(other, back, Cancelled);
        using var without = await OpenIdStage.OpenAsync(browser, new Uri($"{path}?code={code}", UriKind.Relative), Cancelled);
        using var changed = await OpenIdStage.OpenAsync(browser, new Uri($"{path}?code={code}&state={(state[0] == 'A' ? 'B' : 'A')}{state[1..]}", UriKind.Relative), Cancelled);

        await IsRefusedAsync(stage, other, elsewhere);
        await IsRefusedAsync(stage, browser, without);
        await IsRefusedAsync(stage, browser, changed);
    }

    [Fact]
    public async Task An_answer_is_good_once_even_with_the_cookies_of_the_first_time()
    {
        await using var stage = await OpenIdStage.StartAsync(Cancelled);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = stage.Server.Url };
        using var away = await browser.GetAsync(OpenIdStage.Begin, Cancelled);
        browser.DefaultRequestHeaders.Add("Cookie", away.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        using var provider = await browser.GetAsync(away.Headers.Location, Cancelled);

        using var first = await OpenIdStage.OpenAsync(browser, provider.Headers.Location!, Cancelled);
        using var again = await OpenIdStage.OpenAsync(browser, provider.Headers.Location!, Cancelled);

        first.Headers.Location!.OriginalString.ShouldBe("/cockpit/");
        again.Headers.Location!.OriginalString.ShouldBe(Refused);
        again.Headers.TryGetValues("Set-Cookie", out var cookies);
        (cookies ?? []).ShouldNotContain(cookie => cookie.StartsWith(Cookie, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_code_of_another_sign_in_is_refused_by_its_proof()
    {
        await using var stage = await OpenIdStage.StartAsync(Cancelled);
        using var browser = stage.Server.Browser();
        var back = await OpenIdStage.ComeBackAsync(browser, Cancelled);
        var state = QueryHelpers.ParseQuery(back.Query)["state"].ToString();
        var stolen = stage.Provider.Grant("another nonce", WebEncoders.Base64UrlEncode(SHA256.HashData("another"u8)), back.GetLeftPart(UriPartial.Path));

        using var answer = await OpenIdStage.OpenAsync(browser, new Uri($"{back.AbsolutePath}?code={stolen}&state={state}", UriKind.Relative), Cancelled);

        await IsRefusedAsync(stage, browser, answer);
    }

    [Fact]
    public async Task Who_says_no_is_told_so()
    {
        await using var stage = await OpenIdStage.StartAsync(Cancelled);
        stage.Provider.Denies = true;
        using var browser = stage.Server.Browser();

        using var answer = await OpenIdStage.SignInAsync(browser, Cancelled);

        answer.Headers.Location!.OriginalString.ShouldBe("/cockpit/?signIn=Denied");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/cockpit/..//evil.example")]
    [InlineData("/cockpit/../../evil")]
    [InlineData("/cockpit/%2e%2e/api/admin/openapi.json")]
    [InlineData("/cockpit//evil.example")]
    [InlineData("/cockpit/\t/evil")]
    [InlineData("/cockpit/\r\nSet-Cookie: a=b")]
    [InlineData("/cockpitevil")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public void Nobody_is_led_away_from_the_cockpit(string returnUrl) => ReturnPath.Of(returnUrl).ShouldBe("/cockpit/");

    [Fact]
    public async Task Who_was_to_be_led_away_arrives_in_the_cockpit()
    {
        await using var stage = await OpenIdStage.StartAsync(Cancelled);
        using var browser = stage.Server.Browser();

        using var answer = await OpenIdStage.SignInAsync(browser, Cancelled, $"{OpenIdStage.Begin}?returnUrl={Uri.EscapeDataString("//evil.example/")}");

        answer.Headers.Location!.OriginalString.ShouldBe("/cockpit/");
    }

    [Fact]
    public async Task A_session_that_was_there_before_is_not_the_one_that_begins()
    {
        await using var stage = await OpenIdStage.StartAsync(Cancelled);
        using var attacker = stage.Server.Browser();
        using var planted = await OpenIdStage.SignInAsync(attacker, Cancelled);
        var cookie = planted.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith(Cookie, StringComparison.Ordinal)).Split(';')[0];
        using var victim = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = stage.Server.Url };
        using var away = await victim.GetAsync(OpenIdStage.Begin, Cancelled);
        victim.DefaultRequestHeaders.Add("Cookie", $"{cookie}; {away.Headers.GetValues("Set-Cookie").Single().Split(';')[0]}");
        using var provider = await victim.GetAsync(away.Headers.Location, Cancelled);

        using var answer = await OpenIdStage.OpenAsync(victim, provider.Headers.Location!, Cancelled);

        var begun = answer.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith(Cookie, StringComparison.Ordinal));
        begun.ShouldNotStartWith(cookie);
        begun.ShouldContain("samesite=strict", Case.Insensitive);
        begun.ShouldContain("httponly", Case.Insensitive);
        (await attacker.GetAsync("/api/admin/session", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static void Arm(IdentityProvider provider, string attack)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        switch (attack)
        {
            case "another nonce": provider.Lie = claims => claims["nonce"] = "x"; break;
            case "no nonce": provider.Lie = claims => claims.Remove("nonce"); break;
            case "another audience": provider.Lie = claims => claims["aud"] = "another"; break;
            case "for another of several": provider.Lie = claims => { claims["aud"] = new JsonArray("another", IdentityProvider.ClientId); claims["azp"] = "another"; }; break;
            case "another issuer": provider.Lie = claims => claims["iss"] = "https://evil.example"; break;
            case "a longer issuer": provider.Lie = claims => claims["iss"] = $"{claims["iss"]}/"; break;
            case "expired": provider.Lie = claims => claims["exp"] = now - 200; break;
            case "no end": provider.Lie = claims => claims.Remove("exp"); break;
            case "not yet": provider.Lie = claims => claims["nbf"] = now + 200; break;
            case "nobody": provider.Lie = claims => claims.Remove("sub"); break;
            case "none": provider.Forge = claims => IdentityProvider.Unsigned(new() { ["alg"] = "none" }, claims) + "."; break;
            case "None, without a dot": provider.Forge = claims => IdentityProvider.Unsigned(new() { ["alg"] = "None" }, claims); break;
            case "foreign key": provider.Forge = claims => IdentityProvider.Sign(claims, RSA.Create(2048), provider.KeyId); break;
            case "unknown key": provider.Forge = claims => IdentityProvider.Sign(claims, RSA.Create(2048), "unknown"); break;
            case "key in the header": provider.Forge = KeyInHeader; break;
            case "secret as key": provider.Forge = claims => Hmac(claims, Encoding.UTF8.GetBytes(IdentityProvider.ClientSecret)); break;
            case "public key as secret": provider.Forge = claims => Hmac(claims, provider.Key.ExportSubjectPublicKeyInfo()); break;
            case "encrypted": provider.Forge = claims => IdentityProvider.Unsigned(new() { ["alg"] = "RSA-OAEP", ["enc"] = "A256GCM" }, claims) + ".x.y.z"; break;
            case "no token": provider.Forge = _ => ""; break;
            default: throw new ArgumentException(attack, nameof(attack));
        }
    }

    private static string Hmac(JsonObject claims, byte[] key)
    {
        var signed = IdentityProvider.Unsigned(new() { ["alg"] = "HS256", ["kid"] = "one" }, claims);
        return $"{signed}.{WebEncoders.Base64UrlEncode(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string KeyInHeader(JsonObject claims)
    {
        using var key = RSA.Create(2048);
        var parts = key.ExportParameters(false);
        var jwk = new JsonObject { ["kty"] = "RSA", ["n"] = WebEncoders.Base64UrlEncode(parts.Modulus!), ["e"] = WebEncoders.Base64UrlEncode(parts.Exponent!) };
        var signed = IdentityProvider.Unsigned(new() { ["alg"] = "RS256", ["jwk"] = jwk }, claims);
        return $"{signed}.{WebEncoders.Base64UrlEncode(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static async Task IsRefusedAsync(OpenIdStage stage, HttpClient browser, HttpResponseMessage answer, string? attack = null)
    {
        answer.Headers.Location!.OriginalString.ShouldBe(Refused, attack);
        (await browser.GetAsync("/api/admin/session", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, attack);
        (await stage.Server.Services.GetRequiredService<IAccountStore>().ListAsync(Cancelled)).ShouldBeEmpty();
    }
}
