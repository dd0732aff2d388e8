using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Spark.Cockpit.Tests.Support;
using Spark.Tests;

namespace Spark.Cockpit.Tests.Settings;

/// <summary>A far side that demands a certificate, over real TLS.</summary>
public sealed class MutualTlsTests : IAsyncLifetime
{
    private readonly X509Certificate2 authority = Certificates.Authority();
    private readonly X509Certificate2 strange = Certificates.Authority();
    private SettingsServer server = null!;
    private GuardedFarSide far = null!;

    public async ValueTask InitializeAsync()
    {
        server = await SettingsServer.StartAsync();
        far = await GuardedFarSide.StartAsync(Certificates.Issue(authority, "localhost"), authority);
    }

    public async ValueTask DisposeAsync()
    {
        await far.DisposeAsync();
        await server.DisposeAsync();
        authority.Dispose();
        strange.Dispose();
    }

    [Fact]
    public async Task A_good_certificate_is_let_in_for_the_test_and_for_calls()
    {
        var certificate = Pem(authority, "spark-client");
        await server.PutAsync("credentials/desk", Credential(certificate));
        await server.PutAsync("api-calls/create", Samples.Create());
        var (status, run) = await server.SendAsync(HttpMethod.Post, "api-call-test", new JsonObject { ["name"] = "create" });

        (status, run["outputs"]!.AsArray().Count).ShouldBe((200, 2), run.ToJsonString());
        far.Callers.ShouldAllBe(caller => caller == "CN=spark-client");
        far.Callers.Count.ShouldBe(2);
        var (_, view) = await server.SendAsync(HttpMethod.Get, "credentials/desk");
        view["secrets"]!.AsArray().Select(name => name!.GetValue<string>()).ShouldBe(["certificate"]);
        ShowsNothingOf(certificate);
    }

    [Fact]
    public async Task A_certificate_of_another_authority_is_not_let_in_and_not_set()
    {
        var certificate = Pem(strange, "spark-client");

        var (status, refused) = await server.SendAsync(HttpMethod.Put, "credentials/desk", Credential(certificate));

        (status, refused["code"]!.GetValue<string>(), refused["test"]!["passed"]!.GetValue<bool>()).ShouldBe((422, "SPK14020", false));
        (await server.SendAsync(HttpMethod.Get, "credentials/desk")).Status.ShouldBe(404);
        far.Callers.ShouldBeEmpty();
        ShowsNothingOf(certificate);
    }

    [Fact]
    public async Task Without_a_certificate_nobody_is_let_in()
    {
        var without = Credential("");
        without["credential"]!["authorization"] = new JsonObject { ["type"] = "none" };
        without.Remove("secrets");
        (await server.SendAsync(HttpMethod.Put, "credentials/desk", without)).Status.ShouldBe(422);

        var empty = Credential("");
        var (status, refused) = await server.SendAsync(HttpMethod.Put, "credentials/desk", empty);

        (status, refused["problems"]![0]!["field"]!.GetValue<string>()).ShouldBe((422, "secrets.certificate"));
        far.Callers.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_far_side_of_another_authority_is_not_trusted()
    {
        var certificate = Pem(authority, "spark-client");
        var credential = Credential(certificate);
        credential["credential"]!["authorities"] = strange.ExportCertificatePem();

        var (status, refused) = await server.SendAsync(HttpMethod.Put, "credentials/desk", credential);

        (status, refused["test"]!["passed"]!.GetValue<bool>()).ShouldBe((422, false));
        far.Callers.ShouldBeEmpty();
        ShowsNothingOf(certificate);
    }

    [Theory]
    [InlineData("no certificate at all, but a secret text")]
    [InlineData("-----BEGIN CERTIFICATE-----\nc2VjcmV0IHRleHQ=\n-----END CERTIFICATE-----")]
    public async Task What_is_no_certificate_is_refused_and_not_shown(string pem)
    {
        var (status, refused) = await server.SendAsync(HttpMethod.Put, "credentials/desk", Credential(pem));

        (status, refused["code"]!.GetValue<string>()).ShouldBe((422, "SPK14020"));
        refused["message"]!.GetValue<string>().ShouldContain("must hold a certificate and its private key");
        server.Answers.ShouldAllBe(answer => !answer.Contains("secret text"));
        server.Logs.ShouldNotContain("secret text");
    }

    private static string Pem(X509Certificate2 issuer, string name)
    {
        using var issued = Certificates.Issue(issuer, name);
        using var key = issued.GetRSAPrivateKey()!;
        using var open = System.Security.Cryptography.RSA.Create(key.ExportParameters(includePrivateParameters: true));
        return $"{issued.ExportCertificatePem()}\n{open.ExportPkcs8PrivateKeyPem()}\n";
    }

    private JsonObject Credential(string certificate) => new()
    {
        ["credential"] = new JsonObject
        {
            ["baseUrl"] = far.Url.ToString(),
            ["allowPrivate"] = true,
            ["authorities"] = authority.ExportCertificatePem(),
            ["testResource"] = "api/now/table/incident",
            ["authorization"] = new JsonObject { ["type"] = "mutual-tls" },
        },
        ["secrets"] = new JsonObject { ["certificate"] = certificate },
    };

    // Any line of the key is a secret, however it is wrapped.
    private void ShowsNothingOf(string pem)
    {
        var key = pem[pem.IndexOf("-----BEGIN PRIVATE KEY", StringComparison.Ordinal)..].Split('\n').Where(line => line.Length > 40 && !line.StartsWith('-')).ToList();
        key.Count.ShouldBeGreaterThan(10);
        var database = string.Concat(Directory.EnumerateFiles(server.Folder, "spark.db*").Select(ReadShared));
        foreach (var line in key)
        {
            server.Answers.ShouldAllBe(answer => !answer.Contains(line));
            server.Logs.ShouldNotContain(line);
            database.ShouldNotContain(line);
        }
    }

    private static string ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var read = new MemoryStream();
        stream.CopyTo(read);
        return Encoding.Latin1.GetString(read.ToArray());
    }
}
