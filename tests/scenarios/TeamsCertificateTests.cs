using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Spark.Scenarios.Tests.Support;
using Spark.Tests;

namespace Spark.Scenarios.Tests;

/// <summary>A bot whose tenant allows no secrets: it proves itself to Entra by a certificate.</summary>
public sealed class TeamsCertificateTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_bot_answers_with_the_certificate_that_its_registration_knows_and_is_refused_with_another()
    {
        using var folder = new TemporaryFolder();
        var (known, own) = Make();
        folder.Write("known.pem", known);
        folder.Write("data/secrets/own.pem", own);
        folder.Write("data/secrets/other.pem", Make().Whole);
        var port = LoopbackPort.Free();
        await using var teams = await TeamsSimulator.StartAsync(
            new Uri($"http://127.0.0.1:{port}/api/messages"), LoopbackPort.Free(), Token, folder.Path("known.pem"));

        await using (var host = await StartAsync(folder, teams, port, "other.pem"))
        {
            await teams.WriteAsync("alex", "hello", Token);
            await host.WaitForLineAsync("refuses the app id, or its client secret or certificate", Token);
        }

        await using (await StartAsync(folder, teams, port, "own.pem"))
        {
            await teams.WriteAsync("megan", "hello", Token);
            (await teams.RepliesAsync("megan", 1, Token)).ShouldNotBeEmpty();
        }
    }

    private static (string Public, string Whole) Make()
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var text = certificate.ExportCertificatePem();
        return (text, $"{text}\n{key.ExportPkcs8PrivateKeyPem()}");
    }

    private static Task<SparkHost> StartAsync(TemporaryFolder folder, TeamsSimulator teams, int port, string certificate) => SparkHost.StartAsync(
        folder.Write("environment.yaml", $$"""
            publicUrl: http://127.0.0.1:{{port}}
            channels:
            {{teams.Channel("it-support", $"certificate: file:{certificate}")}}
              desk-channel: { plugin: sparkcentral, bot: it-support, settings: { sharedSecret: "{{Simulator.Secret}}" } }
            connections:
              desk: { plugin: sparkcentral-queue, settings: { channel: desk-channel } }
            """),
        folder.Path("data"),
        port,
        Token);
}
