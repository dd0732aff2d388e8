using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Spark.Simulators.Teams.Tokens;

namespace Spark.Simulators.Teams.Tests;

/// <summary>The simulator's Entra reads the statement of an app with a certificate as strictly as Microsoft's.</summary>
public sealed class ClientAssertionTests : IDisposable
{
    private const string App = "00000000-0000-4000-8000-00000000b07a";
    private const string Endpoint = "http://127.0.0.1:5082/tenant/oauth2/v2.0/token";
    private const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private readonly RSA key = RSA.Create(2048);
    private readonly X509Certificate2 certificate;

    public ClientAssertionTests()
    {
        var now = TimeProvider.System.GetUtcNow();
        certificate = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    public void Dispose()
    {
        certificate.Dispose();
        key.Dispose();
    }

    [Theory]
    [InlineData("PS256")]
    [InlineData("RS256")]
    public void A_statement_of_the_app_is_taken(string algorithm) => Problem(Sign(new JsonObject { ["alg"] = algorithm }, new JsonObject())).ShouldBeNull();

    [Theory]
    [InlineData("""{"alg":"none"}""", "{}", "AADSTS700027")]
    [InlineData("""{"alg":"HS256"}""", "{}", "AADSTS700027")]
    [InlineData("""{"x5t":"another"}""", "{}", "AADSTS700027")]
    [InlineData("{}", """{"iss":"another"}""", "AADSTS700021")]
    [InlineData("{}", """{"sub":"another"}""", "AADSTS700021")]
    [InlineData("{}", """{"aud":"https://login.example/token"}""", "AADSTS700023")]
    [InlineData("{}", """{"exp":1}""", "AADSTS700024")]
    [InlineData("{}", """{"exp":99999999999}""", "AADSTS700024")]
    [InlineData("{}", """{"nbf":99999999999}""", "AADSTS700024")]
    public void A_statement_that_differs_in_one_thing_is_refused(string header, string claims, string code) =>
        Problem(Sign((JsonObject)JsonNode.Parse(header)!, (JsonObject)JsonNode.Parse(claims)!))!.ShouldStartWith(code);

    [Fact]
    public void One_that_was_signed_by_another_or_changed_or_is_none_is_refused()
    {
        var good = Sign([], []);
        using var other = RSA.Create(2048);

        Problem(Sign([], [], other))!.ShouldStartWith("AADSTS700027");
        Problem($"{good.Split('.')[0]}.{Encode(new JsonObject { ["iss"] = App })}.{good.Split('.')[2]}")!.ShouldStartWith("AADSTS700027");
        Problem("not.a.statement")!.ShouldStartWith("AADSTS50027");
        Problem(null)!.ShouldStartWith("AADSTS7000218");
        ClientAssertion.Problem(null, good, certificate.ExportCertificatePem(), App, Endpoint, TimeProvider.System)!.ShouldStartWith("AADSTS7000218");
    }

    private string? Problem(string? assertion) =>
        ClientAssertion.Problem(Type, assertion, certificate.ExportCertificatePem(), App, Endpoint, TimeProvider.System);

    private string Sign(JsonObject header, JsonObject claims, RSA? signer = null)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        header.TryAdd("alg", "PS256");
        header.TryAdd("x5t", Base64Url.EncodeToString(certificate.GetCertHash()));
        foreach (var (name, value) in new JsonObject { ["iss"] = App, ["sub"] = App, ["aud"] = Endpoint, ["nbf"] = now, ["exp"] = now + 300 }.ToList())
        {
            claims.TryAdd(name, value?.DeepClone());
        }

        var signed = $"{Encode(header)}.{Encode(claims)}";
        var padding = header["alg"]!.GetValue<string>() == "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        return $"{signed}.{Base64Url.EncodeToString((signer ?? key).SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, padding))}";
    }

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
