using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Http;
using Spark.Actions.Tests.Support;
using Spark.Tests;

namespace Spark.Actions.Tests.Call;

/// <summary>How a connection of <c>call</c> says who calls.</summary>
public sealed class AuthorizationTests
{
    private const string Secret = "s3cr:et/ü";
    private const string Get = """{"call":"directory","get":"/x?a=1"}""";

    private static Task<InstalledActions> LoadAsync(Uri address, string settings, params (string, string)[] secrets) => InstalledActions.LoadAsync(
        $$"""
        connections:
          directory:
            plugin: call
            allowPrivate: true
            settings: { baseUrl: "{{address.ToString().TrimEnd('/')}}", {{settings}} }
        """,
        [("SPARK_SECRET_ONE", Secret), .. secrets]);

    [Theory]
    [InlineData("authorization: { type: basic, user: jo, password: env:SPARK_SECRET_ONE }", "Authorization", "Basic am86czNjcjpldC/DvA==")]
    [InlineData("authorization: { type: bearer, token: t0k3n }", "Authorization", "Bearer t0k3n")]
    [InlineData("authorization: { type: api-key, header: X-Api-Key, key: k3y }", "X-Api-Key", "k3y")]
    [InlineData("headers: { X-Client: spark }", "X-Client", "spark")]
    public async Task It_is_a_header(string settings, string header, string value)
    {
        await using var far = await FarSide.StartAsync(_ => Task.CompletedTask);
        await using var actions = await LoadAsync(far.Address, settings);
        (await actions.RunAsync("call", Get)).Result.ShouldBe("ok");
        far.Only.Header(header).ShouldBe(value);
        actions.Logs.Lines.ShouldNotContain(line => line.Contains(Secret, StringComparison.Ordinal) || line.Contains("t0k3n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_a_parameter_of_the_query()
    {
        await using var far = await FarSide.StartAsync(_ => Task.CompletedTask);
        await using var actions = await LoadAsync(far.Address, "authorization: { type: api-key, query: key, key: \"k&y\" }");
        (await actions.RunAsync("call", Get)).Result.ShouldBe("ok");
        far.Only.Target.ShouldBe("/x?a=1&key=k%26y");
    }

    [Fact]
    public async Task A_token_is_fetched_once_for_any_number_of_calls_and_again_before_it_ends()
    {
        var tokens = 0;
        await using var issuer = await FarSide.StartAsync(async context =>
        {
            await Task.Yield();
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync($$"""{"access_token":"t{{Interlocked.Increment(ref tokens)}}","token_type":"Bearer","expires_in":"900"}""");
        });
        await using var far = await FarSide.StartAsync(_ => Task.CompletedTask);
        await using var actions = await LoadAsync(far.Address, OAuth(issuer));

        var ended = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => actions.RunAsync("call", Get)));
        ended.ShouldAllBe(one => one.Result == "ok");
        issuer.Only.Body.ShouldBe("grant_type=client_credentials&scope=service%3Aintegration");
        issuer.Only.Header("Authorization").ShouldBe("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"client:{Uri.EscapeDataString(Secret)}")));
        far.Requests.ShouldAllBe(request => request.Header("Authorization") == "Bearer t1");

        actions.Clock.Advance(TimeSpan.FromSeconds(839));
        await actions.RunAsync("call", Get);
        issuer.Requests.Count.ShouldBe(1);
        actions.Clock.Advance(TimeSpan.FromSeconds(2));
        await actions.RunAsync("call", Get);
        issuer.Requests.Count.ShouldBe(2);
        far.Requests.Last().Header("Authorization").ShouldBe("Bearer t2");
    }

    [Fact]
    public async Task A_token_that_the_far_side_has_ended_is_renewed_once()
    {
        var tokens = 0;
        await using var issuer = await FarSide.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync($$"""{"access_token":"t{{++tokens}}","expires_in":900}""");
        });
        await using var far = await FarSide.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Headers.Authorization == "Bearer t2" ? 200 : 401;
            return Task.CompletedTask;
        });
        await using var actions = await LoadAsync(far.Address, OAuth(issuer));
        (await actions.RunAsync("call", """{"call":"directory","post":"/x","body":{"a":1}}""")).Result.ShouldBe("ok");
        far.Requests.Select(request => request.Body).ShouldBe(["{\"a\":1}", "{\"a\":1}"]);
    }

    [Theory]
    [InlineData(401, "{}", true)]
    [InlineData(400, """{"error":"invalid_client"}""", true)]
    [InlineData(503, "", false)]
    [InlineData(200, "no json", false)]
    [InlineData(200, "{}", false)]
    public async Task Without_a_token_nothing_is_called(int status, string body, bool isFinal)
    {
        await using var issuer = await FarSide.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body);
        });
        await using var far = await FarSide.StartAsync(_ => Task.CompletedTask);
        await using var actions = await LoadAsync(far.Address, OAuth(issuer));
        var ended = await actions.RunAsync("call", """{"call":"directory","post":"/x"}""");
        (ended.Result, ended.IsFinal).ShouldBe(("failed", isFinal));
        far.Requests.ShouldBeEmpty();
        ended.Reason.ShouldNotBeNull().ShouldNotContain(Secret);
    }

    [Fact]
    public async Task A_signature_covers_method_path_time_and_body()
    {
        await using var far = await FarSide.StartAsync(_ => Task.CompletedTask);
        await using var actions = await LoadAsync(far.Address, "signature: { secret: env:SPARK_SECRET_ONE, prefix: \"sha256=\" }");
        await actions.RunAsync("call", """{"call":"directory","post":"/x?a=1","body":{"a":1}}""");
        var stamp = far.Only.Header("X-Timestamp");
        stamp.ShouldBe(actions.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        var signed = Encoding.UTF8.GetBytes($"POST\n/x?a=1\n{stamp}\n{far.Only.Body}");
        far.Only.Header("X-Signature").ShouldBe("sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed)));
    }

    [Fact]
    public async Task A_certificate_is_shown_and_only_the_given_authority_is_trusted()
    {
        using var authority = Certificates.Authority();
        using var server = Certificates.Issue(authority, "localhost");
        using var client = Certificates.Issue(authority, "spark-client");
        string? shown = null;
        await using var far = await FarSide.StartAsync(
            context =>
            {
                shown = context.Connection.ClientCertificate?.Subject;
                return Task.CompletedTask;
            },
            server);
        (string, string)[] pem =
        [
            ("SPARK_SECRET_CERTIFICATE", client.ExportCertificatePem() + "\n" + client.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem()),
            ("SPARK_SECRET_AUTHORITY", authority.ExportCertificatePem()),
        ];
        await using var trusting = await LoadAsync(
            far.Address, "certificate: env:SPARK_SECRET_CERTIFICATE, authorities: env:SPARK_SECRET_AUTHORITY", pem);
        var ended = await trusting.RunAsync("call", Get);
        (ended.Result, shown).ShouldBe(("ok", "CN=spark-client"), ended.Reason);

        await using var strict = await LoadAsync(far.Address, "certificate: env:SPARK_SECRET_CERTIFICATE", pem);
        (await strict.RunAsync("call", Get)).Reason.ShouldBe("The far side could not be reached: SecureConnectionError.");
    }

    private static string OAuth(FarSide issuer) =>
        $"authorization: {{ type: oauth2-client-credentials, tokenUrl: \"{issuer.Address}token\", clientId: client, clientSecret: env:SPARK_SECRET_ONE, scope: \"service:integration\" }}";
}
