using Spark.Plugins.Catalog;
using Spark.Plugins.Manifests;
using Spark.Plugins.Tests.Support;

namespace Spark.Plugins.Tests.Manifests;

public sealed class ManifestReaderTests : IDisposable
{
    private const string Good = """
        {
          "id": "echo",
          "name": "Echo",
          "version": "1.2.3",
          "kinds": ["channel"],
          "assembly": "a.dll",
          "contracts": "1.0",
          "paths": ["/api/echo"],
          "permissions": { "network": ["api.example.com"] },
          "owner": "Tests"
        }
        """;

    private readonly PluginRoot root = new();

    [Fact]
    public void A_manifest_is_read_whole()
    {
        var reading = Read(Good);
        reading.Findings.ShouldBeEmpty();
        var manifest = reading.Manifest.ShouldNotBeNull();
        manifest.Id.ShouldBe("echo");
        manifest.Version.ShouldBe(new Version(1, 2, 3));
        manifest.Kinds.ShouldBe([PluginKind.Channel]);
        manifest.Contracts.ShouldBe(new Version(1, 0));
        manifest.Paths.ShouldBe(["/api/echo"]);
        manifest.Permissions!.Value.GetProperty("network").GetArrayLength().ShouldBe(1);
        manifest.Owner.ShouldBe("Tests");
    }

    [Theory]
    [InlineData("\"name\": \"Echo\",", "", "SPK10103", "no field 'name'")]
    [InlineData("\"name\": \"Echo\"", "\"name\": 5", "SPK10103", "'name' must be a text")]
    [InlineData("\"owner\"", "\"autor\"", "SPK10104", "'autor'")]
    [InlineData("\"id\": \"echo\"", "\"id\": \"other\"", "SPK10105", "'other'")]
    [InlineData("\"a.dll\"", "\"b.dll\"", "SPK10106", "'b.dll' is not in")]
    [InlineData("\"a.dll\"", "\"../a.dll\"", "SPK10106", "not the plain name")]
    [InlineData("\"a.dll\"", "\"a.exe\"", "SPK10106", "not the plain name")]
    [InlineData("\"contracts\": \"1.0\"", "\"contracts\": \"1\"", "SPK10103", "'contracts' is '1'")]
    [InlineData("\"contracts\": \"1.0\"", "\"contracts\": \"1.00\"", "SPK10103", "'contracts' is '1.00'")]
    [InlineData("\"1.2.3\"", "\"1.2.4\"", "SPK10108", "1.2.4")]
    [InlineData("\"1.2.3\"", "\"1.2\"", "SPK10103", "'version' is '1.2'")]
    [InlineData("[\"channel\"]", "[\"action\"]", "SPK10109", "'channel'")]
    [InlineData("[\"channel\"]", "[\"channel\", \"flow\"]", "SPK10103", "'flow'")]
    [InlineData("[\"/api/echo\"]", "\"/api/echo\"", "SPK10103", "'paths' must be a list")]
    [InlineData("\"owner\": \"Tests\"", "\"owner\": \"Tests\",", "SPK10102", "not valid JSON")]
    [InlineData("\"owner\": \"Tests\"", "\"id\": \"echo\"", "SPK10102", "'id' twice")]
    public void A_mistake_is_named(string correct, string wrong, string code, string says)
    {
        Good.ShouldContain(correct);
        var finding = HostUnderTest.TheFinding(Read(Good.Replace(correct, wrong, StringComparison.Ordinal)).Findings, code);
        finding.Message.ShouldContain(says);
        finding.At.File.ShouldEndWith(Path.Combine("channel", "echo", "1.2.3", "plugin.json"));
    }

    [Theory]
    [InlineData("1.99")]
    [InlineData("2.0")]
    [InlineData("0.9")]
    public void Contracts_of_another_major_or_a_higher_minor_are_refused_and_both_sides_named(string needed)
    {
        var finding = HostUnderTest.TheFinding(
            Read(Good.Replace("\"contracts\": \"1.0\"", $"\"contracts\": \"{needed}\"", StringComparison.Ordinal)).Findings, "SPK10107");
        finding.Message.ShouldBe($"The plugin needs contracts {needed}, and this host offers contracts {ContractVersion.Current}.");
    }

    [Fact]
    public void All_mistakes_are_told_at_once_with_their_places()
    {
        var findings = Read("""
            {
              "id": "other",
              "version": "1.2.3",
              "kinds": [],
              "assembly": "b.dll",
                "contracts": "99.0"
            }
            """).Findings;
        findings.Select(finding => (finding.Code, finding.At.Line, finding.At.Column)).ShouldBe(
            [("SPK10103", 0, 0), ("SPK10103", 4, 3), ("SPK10105", 2, 3), ("SPK10106", 5, 3), ("SPK10107", 6, 5)]);
    }

    [Fact]
    public void A_syntax_error_tells_its_place()
    {
        var finding = HostUnderTest.TheFinding(Read("{\n  \"id\": echo\n}").Findings, "SPK10102");
        (finding.At.Line, finding.At.Column).ShouldBe((2, 9));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{} {}")]
    public void What_is_no_object_is_refused(string text) => Read(text).Findings.ShouldAllBe(finding => finding.Code == "SPK10102");

    [Fact]
    public void A_folder_without_a_manifest_is_told() => HostUnderTest.TheFinding(Read(null).Findings, "SPK10101");

    public void Dispose() => root.Dispose();

    private ManifestReading Read(string? manifest)
    {
        var folder = root.Write("channel", "echo", "1.2.3", manifest);
        return ManifestReader.Read(new PluginFolder(PluginKind.Channel, "echo", "1.2.3", folder));
    }
}
