using Spark.Engine.Reading;

namespace Spark.Engine.Tests.Reading.Checking;

/// <summary>Secrets are known by how their makers begin them, wherever in a text they stand.</summary>
public sealed class SecretsCheckTests
{
    private const string Run = "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8";

    [Theory]
    [InlineData("sk_live_" + Run)]
    [InlineData("ghp_" + Run)]
    [InlineData("xoxb-" + Run)]
    [InlineData("AKIA" + "ABCDEFGHIJKLMNOP")]
    [InlineData("AIza" + Run)]
    [InlineData("glpat-" + Run)]
    [InlineData("eyJ" + Run + ".eyJ" + Run)]
    [InlineData("=eyJ" + Run + ".eyJ" + Run + ".c2ln")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----")]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    [InlineData("Bearer " + Run)]
    [InlineData("Basic " + Run)]
    [InlineData("postgres://spark:" + Run + "@db")]
    public void A_text_that_holds_one_is_refused(string secret) => Codes($"Use {secret} for it").ShouldContain(FindingCodes.Secret);

    [Theory]
    [InlineData("Your basic understanding of it is enough")]
    [InlineData("The bearer brings the laptop")]
    [InlineData("sk_live_short")]
    [InlineData("eyJshort.eyJshort")]
    [InlineData("task_live_" + Run)]
    [InlineData("-----BEGIN CERTIFICATE-----")]
    [InlineData("Open a://b:c and look")]
    public void What_only_looks_a_little_like_one_is_not(string text) => Codes(text).ShouldNotContain(FindingCodes.Secret);

    private static IEnumerable<string> Codes(string text) => Tiny
        .Read(Offers.Some, ("bot.yaml", Tiny.Bot), ("dialogs/start.yaml", $"dialog: start\nsteps:\n  - {{ id: word, say: \"{text}\" }}\n"))
        .Findings.Select(finding => finding.Code);
}
