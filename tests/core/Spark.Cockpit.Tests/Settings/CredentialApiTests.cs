using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.AspNetCore.Http;
using Spark.Cockpit.Tests.Support;

namespace Spark.Cockpit.Tests.Settings;

public sealed class CredentialApiTests : IAsyncLifetime
{
    private SettingsServer server = null!;
    private FarSide far = null!;

    public async ValueTask InitializeAsync()
    {
        server = await SettingsServer.StartAsync();
        far = await FarSide.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await far.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_credential_is_tested_before_it_is_set()
    {
        far.Answer = _ => Results.StatusCode(401);

        var (status, refused) = await server.SendAsync(HttpMethod.Put, "credentials/desk", Samples.Credential(far.Url));

        status.ShouldBe(422);
        refused["code"]!.GetValue<string>().ShouldBe("SPK14020");
        refused["test"]!["status"]!.GetValue<int>().ShouldBe(401);
        (await server.SendAsync(HttpMethod.Get, "credentials/desk")).Status.ShouldBe(404);
        far.Last.Target.ShouldBe("/api/now/table/incident?sysparm_limit=1");
        far.Last.Headers["Authorization"].ShouldBe("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"spark:{Samples.Password}")));

        far.Answer = _ => Results.Ok();
        var (taken, answer) = await server.SendAsync(HttpMethod.Put, "credentials/desk", Samples.Credential(far.Url));
        (taken, answer["edition"]!.GetValue<int>(), answer["test"]!["passed"]!.GetValue<bool>()).ShouldBe((200, 1, true));
    }

    [Fact]
    public async Task Secrets_go_in_and_never_come_out()
    {
        await server.PutAsync("credentials/desk", Samples.Credential(far.Url));

        var (_, view) = await server.SendAsync(HttpMethod.Get, "credentials/desk");

        view["secrets"]!.AsArray().Select(name => name!.GetValue<string>()).ShouldBe(["password"]);
        view["protocol"]!.GetValue<string>().ShouldBe("http");
        view["keyId"]!.GetValue<string>().ShouldBe("k1");
        view.ToJsonString().ShouldNotContain("the test");
    }

    [Fact]
    public async Task A_secret_that_is_not_given_stays_unless_the_far_side_is_another()
    {
        await server.PutAsync("credentials/desk", Samples.Credential(far.Url));
        var described = Samples.Credential(far.Url);
        described.Remove("secrets");
        described["credential"]!["description"] = "Ours";
        await server.PutAsync("credentials/desk", described);
        far.Last.Headers["Authorization"].ShouldStartWith("Basic ");

        await using var thief = await FarSide.StartAsync();
        var moved = Samples.Credential(thief.Url);
        moved.Remove("secrets");
        var (status, refused) = await server.SendAsync(HttpMethod.Put, "credentials/desk", moved);

        status.ShouldBe(422);
        refused["problems"]![0]!["field"]!.GetValue<string>().ShouldBe("secrets.password");
        (await server.SendAsync(HttpMethod.Post, "credentials/desk/test", moved)).Status.ShouldBe(422);
        thief.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rotated_secret_holds_with_the_next_call()
    {
        await server.PutAsync("credentials/desk", Samples.Credential(far.Url));
        await server.PutAsync("api-calls/create", Samples.Create());
        await TryAsync();
        var rotated = Samples.Credential(far.Url);
        rotated["secrets"]!["password"] = "another one";
        await server.PutAsync("credentials/desk", rotated);
        await TryAsync();

        far.Last.Headers["Authorization"].ShouldBe("Basic " + Convert.ToBase64String("spark:another one"u8));
    }

    [Fact]
    public async Task Keys_are_rotated_while_it_runs_and_a_lost_one_is_told()
    {
        await server.PutAsync("credentials/desk", Samples.Credential(far.Url));
        var old = await File.ReadAllTextAsync(server.KeyFile, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(server.KeyFile, $"k2:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}\n{old}", TestContext.Current.CancellationToken);

        (await server.SendAsync(HttpMethod.Post, "credential-keys/reseal")).Body["count"]!.GetValue<int>().ShouldBe(1);
        (await server.SendAsync(HttpMethod.Get, "credentials/desk")).Body["keyId"]!.GetValue<string>().ShouldBe("k2");

        await File.WriteAllTextAsync(server.KeyFile, old, TestContext.Current.CancellationToken);
        (await server.SendAsync(HttpMethod.Get, "credentials/desk")).Body["problem"]!.GetValue<string>().ShouldStartWith("SPK11040");
    }

    [Fact]
    public async Task What_is_used_cannot_be_removed()
    {
        await server.PutAsync("credentials/desk", Samples.Credential(far.Url));
        await server.PutAsync("api-calls/create", Samples.Create());

        var (status, refused) = await server.SendAsync(HttpMethod.Delete, "credentials/desk");

        (status, refused["code"]!.GetValue<string>()).ShouldBe((409, "SPK14022"));
        (await server.SendAsync(HttpMethod.Get, "credentials/desk")).Body["usedBy"]![0]!.GetValue<string>().ShouldBe("create");
        (await server.SendAsync(HttpMethod.Delete, "api-calls/create")).Status.ShouldBe(204);
        (await server.SendAsync(HttpMethod.Delete, "credentials/desk")).Status.ShouldBe(204);
    }

    [Fact]
    public async Task A_change_on_an_old_edition_is_refused()
    {
        var first = Samples.Credential(far.Url);
        first["edition"] = 0;
        await server.PutAsync("credentials/desk", first);

        var (status, refused) = await server.SendAsync(HttpMethod.Put, "credentials/desk", first);

        (status, refused["code"]!.GetValue<string>()).ShouldBe((409, "SPK14021"));
    }

    [Theory]
    [InlineData("""{"type":"none"}""", "{}", "", "")]
    [InlineData("""{"type":"bearer"}""", """{"token":"tok-en"}""", "Bearer tok-en", "")]
    [InlineData("""{"type":"api-key","header":"X-Key"}""", """{"key":"the-key"}""", "", "X-Key: the-key")]
    [InlineData("""{"type":"api-key","query":"key"}""", """{"key":"the key"}""", "", "key=the%20key")]
    [InlineData("""{"type":"oauth2-client-credentials","tokenUrl":"URL/token","clientId":"c","scope":"s"}""", """{"clientSecret":"x"}""", "Bearer fetched", "grant_type=client_credentials&scope=s")]
    [InlineData("""{"type":"oauth2-password","tokenUrl":"URL/token","user":"u","clientId":"c","clientInBody":true}""", """{"password":"p","clientSecret":"x"}""", "Bearer fetched", "grant_type=password&username=u&password=p&client_id=c&client_secret=x")]
    public async Task Each_way_of_saying_who_calls_sends_its_own(string authorization, string secrets, string header, string trace)
    {
        far.Answer = request => Results.Text(request.Target == "/token" ? """{"access_token":"fetched","expires_in":600}""" : "{}", "application/json");
        var credential = Samples.Credential(far.Url);
        credential["credential"]!["authorization"] = JsonNode.Parse(authorization.Replace("URL", far.Url.ToString().TrimEnd('/'), StringComparison.Ordinal));
        credential["secrets"] = JsonNode.Parse(secrets);

        await server.PutAsync("credentials/desk", credential);

        far.Last.Headers.GetValueOrDefault("Authorization", "").ShouldBe(header);
        var all = string.Join('\n', far.Requests.Select(request => $"{request.Target}\n{string.Join('\n', request.Headers.Select(pair => $"{pair.Key}: {pair.Value}"))}\n{request.Body}"));
        all.ShouldContain(trace);
    }

    [Fact]
    public async Task An_assertion_is_signed_with_the_credential_s_key()
    {
        using var key = RSA.Create(2048);
        far.Answer = request => Results.Text(request.Target == "/token" ? """{"access_token":"fetched"}""" : "{}", "application/json");
        var credential = Samples.Credential(far.Url);
        credential["credential"]!["authorization"] = new JsonObject { ["type"] = "jwt-bearer", ["tokenUrl"] = new Uri(far.Url, "token").ToString(), ["issuer"] = "spark", ["subject"] = "svc" };
        credential["secrets"] = new JsonObject { ["privateKey"] = key.ExportPkcs8PrivateKeyPem() };

        await server.PutAsync("credentials/desk", credential);

        var form = HttpUtility.ParseQueryString(far.Requests.First(request => request.Target == "/token").Body);
        form["grant_type"].ShouldBe("urn:ietf:params:oauth:grant-type:jwt-bearer");
        var parts = form["assertion"]!.Split('.');
        key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), System.Buffers.Text.Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).ShouldBeTrue();
        JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1]))!["sub"]!.GetValue<string>().ShouldBe("svc");
    }

    [Fact]
    public async Task Somebody_signs_in_once_and_tokens_are_refreshed()
    {
        var refreshes = 0;
        far.Answer = request => request.Target != "/token" ? Results.Text("{}", "application/json")
            : request.Body.Contains("authorization_code") ? Results.Text("""{"access_token":"first","expires_in":0,"refresh_token":"r1"}""", "application/json")
            : Results.Text($$"""{"access_token":"later{{++refreshes}}","expires_in":600,"refresh_token":"r2"}""", "application/json");
        var credential = Samples.Credential(far.Url);
        credential["credential"]!["authorization"] = new JsonObject
        {
            ["type"] = "oauth2-authorization-code", ["tokenUrl"] = new Uri(far.Url, "token").ToString(), ["authorizationUrl"] = new Uri(far.Url, "authorize?x=1").ToString(),
            ["clientId"] = "c", ["scope"] = "offline_access",
        };
        credential["secrets"] = new JsonObject { ["clientSecret"] = "a secret" };
        await server.PutAsync("credentials/desk", credential);
        await server.PutAsync("api-calls/create", Samples.Create());
        (await server.SendAsync(HttpMethod.Post, "api-call-test", new JsonObject { ["name"] = "create" })).Body["reason"]!.GetValue<string>().ShouldContain("Nobody has signed in");

        var address = new Uri((await server.SendAsync(HttpMethod.Post, "credentials/desk/sign-in")).Body["address"]!.GetValue<string>());
        var asked = HttpUtility.ParseQueryString(address.Query);
        (asked["x"], asked["code_challenge_method"], asked["scope"]).ShouldBe(("1", "S256", "offline_access"));
        using var browser = new HttpClient { BaseAddress = server.Http.BaseAddress };
        var back = new Uri($"/api/admin/sign-in/callback?code=abc&state={asked["state"]}", UriKind.Relative);
        (await (await browser.GetAsync(back, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("You are signed in");
        ((int)(await browser.GetAsync(back, TestContext.Current.CancellationToken)).StatusCode).ShouldBe(400, "a state is good once");
        var form = HttpUtility.ParseQueryString(far.Requests.Single(request => request.Body.Contains("authorization_code")).Body);
        System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]!))).ShouldBe(asked["code_challenge"]);

        await TryAsync();
        far.Last.Headers["Authorization"].ShouldBe("Bearer later1");
        await TryAsync();
        refreshes.ShouldBe(1);
    }

    [Theory]
    [InlineData("https://desk.example/?a=b", "baseUrl")]
    [InlineData("ftp://desk.example/", "baseUrl")]
    [InlineData("https://user@desk.example/", "baseUrl")]
    [InlineData("desk", "baseUrl")]
    public async Task What_is_wrong_is_said_with_its_field(string address, string field)
    {
        var credential = Samples.Credential(far.Url);
        credential["credential"]!["baseUrl"] = address;

        var (status, refused) = await server.SendAsync(HttpMethod.Put, "credentials/desk", credential);

        status.ShouldBe(422);
        refused["problems"]!.AsArray().ShouldContain(problem => problem!["field"]!.GetValue<string>() == field);
    }

    [Theory]
    [InlineData("""{"credential":null}""")]
    [InlineData("""{"credential":{"authorization":{"type":"magic"}}}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task What_cannot_be_read_is_said_so(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await server.Http.PutAsync(new Uri("/api/admin/credentials/desk", UriKind.Relative), content, TestContext.Current.CancellationToken);

        ((int)answer.StatusCode).ShouldBe(400);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("SPK14004");
    }

    private async Task TryAsync() =>
        (await server.SendAsync(HttpMethod.Post, "api-call-test", new JsonObject { ["name"] = "create" })).Status.ShouldBe(200);
}
