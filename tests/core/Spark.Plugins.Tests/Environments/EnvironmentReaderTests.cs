using Spark.Plugins.Environments;

namespace Spark.Plugins.Tests.Environments;

public sealed class EnvironmentReaderTests
{
    private const string Good = """
        publicUrl: https://bots.example.com/
        channels:
          web: { plugin: echo, bot: it-support }
          chat-room:
            plugin: echo
            bot: it-support
            paths: [/api/messages, /api/v1/spark/handoff]
            allowPrivate: true
            settings: { greeting: hello, key: env:SPARK_SECRET_KEY, other: "file:keys/other" }
        connections:
          desk: { plugin: echo-desk, settings: { greeting: hello } }
        companions:
          - name: A simulator
            program: simulators/a.dll
            arguments: [--port, 5081]
            url: http://127.0.0.1:5081
        """;

    [Fact]
    public void An_environment_is_read_whole()
    {
        var reading = EnvironmentReader.Read(Good, "demo.yaml");
        reading.Findings.ShouldBeEmpty();
        var config = reading.Config.ShouldNotBeNull();
        config.PublicUrl.ShouldBe(new Uri("https://bots.example.com"));
        config.Channels.Select(channel => channel.Name).ShouldBe(["web", "chat-room"]);
        config.Channels[1].Paths.ShouldBe(["/api/messages", "/api/v1/spark/handoff"]);
        config.Channels[1].AllowPrivate.ShouldBeTrue();
        config.Channels[0].AllowPrivate.ShouldBeFalse();
        (config.Channels[1].At.Line, config.Channels[1].At.Column).ShouldBe((4, 3));
        config.Connections.ShouldHaveSingleItem().Plugin.ShouldBe("echo-desk");
        var companion = config.Companions.ShouldHaveSingleItem();
        companion.Arguments.ShouldBe(["--port", "5081"]);
        companion.Url.Port.ShouldBe(5081);
    }

    [Theory]
    [InlineData("publicUrl: https://bots.example.com/", "", "SPK10124", 1, 1)]
    [InlineData("publicUrl: https://bots.example.com/", "publicUrl: bots.example.com", "SPK10125", 1, 12)]
    [InlineData("publicUrl: https://bots.example.com/", "publicUrl: https://me:pw@bots.example.com/", "SPK10125", 1, 12)]
    [InlineData("channels:", "chanels:", "SPK10122", 2, 1)]
    [InlineData("web: { plugin: echo, bot: it-support }", "web: { plugin: echo }", "SPK10124", 3, 3)]
    [InlineData("web: { plugin: echo, bot: it-support }", "web: { plugin: echo, bot: it-support, boot: x }", "SPK10122", 3, 41)]
    [InlineData("web: { plugin: echo, bot: it-support }", "web: echo", "SPK10125", 3, 8)]
    [InlineData("web: { plugin: echo, bot: it-support }", "Web: { plugin: echo, bot: it-support }", "SPK10125", 3, 3)]
    [InlineData("  chat-room:", "  web:", "SPK10123", 4, 3)]
    [InlineData("allowPrivate: true", "allowPrivate: yes", "SPK10125", 8, 19)]
    [InlineData("/api/messages", "/chat/mine", "SPK10126", 7, 13)]
    [InlineData("/api/messages", "/api", "SPK10126", 7, 13)]
    [InlineData("/api/messages", "/Cockpit", "SPK10126", 7, 13)]
    [InlineData("/api/messages", "/api/../health", "SPK10126", 7, 13)]
    [InlineData("/api/v1/spark/handoff", "/API/messages", "SPK10126", 7, 28)]
    [InlineData("env:SPARK_SECRET_KEY", "env:HOME", "SPK10127", 9, 39)]
    [InlineData("env:SPARK_SECRET_KEY", "env:SPARK_SECRET_", "SPK10127", 9, 39)]
    [InlineData("\"file:keys/other\"", "file:../other", "SPK10127", 9, 68)]
    [InlineData("\"file:keys/other\"", "file:/etc/passwd", "SPK10127", 9, 68)]
    [InlineData("\"file:keys/other\"", "\"file:\"", "SPK10127", 9, 68)]
    [InlineData("url: http://127.0.0.1:5081", "url: ftp://127.0.0.1", "SPK10125", 16, 10)]
    [InlineData("settings: { greeting: hello } }", "settings: hello }", "SPK10125", 11, 40)]
    [InlineData("    bot: it-support", "\tbot: it-support", "SPK10121", 6, 1)]
    [InlineData("program: simulators/a.dll", "program: &a simulators/a.dll", "SPK10121", 14, 14)]
    [InlineData("program: simulators/a.dll", "program: !!str simulators/a.dll", "SPK10121", 14, 14)]
    public void A_mistake_is_named_with_its_place(string correct, string wrong, string code, int line, int column)
    {
        Good.ShouldContain(correct);
        var position = Good.IndexOf(correct, StringComparison.Ordinal);
        var reading = EnvironmentReader.Read(Good[..position] + wrong + Good[(position + correct.Length)..], "demo.yaml");
        reading.Config.ShouldBeNull();
        var finding = reading.Findings.ShouldHaveSingleItem();
        (finding.Code, finding.At.File, finding.At.Line, finding.At.Column).ShouldBe((code, "demo.yaml", line, column), finding.Message);
        finding.Remedy.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void All_mistakes_are_told_at_once_in_the_order_of_the_file()
    {
        var reading = EnvironmentReader.Read(
            """
            publicUrl: nowhere
            channels:
              web: { plugin: Echo, paths: [health] }
            extra: 1
            connections:
              desk: { settings: { key: env:PATH } }
            """,
            "bad.yaml");
        reading.Findings.Select(finding => (finding.Code, finding.At.Line)).ShouldBe(
            [("SPK10125", 1), ("SPK10124", 3), ("SPK10125", 3), ("SPK10126", 3), ("SPK10122", 4), ("SPK10124", 6), ("SPK10127", 6)]);
    }

    [Fact]
    public void An_empty_file_lacks_its_address() =>
        EnvironmentReader.Read("", "empty.yaml").Findings.ShouldHaveSingleItem().Code.ShouldBe("SPK10124");

    [Fact]
    public async Task A_file_that_is_not_there_is_told()
    {
        var reading = await EnvironmentReader.LoadAsync("/nowhere/environment.yaml", TestContext.Current.CancellationToken);
        reading.Findings.ShouldHaveSingleItem().Code.ShouldBe("SPK10120");
    }
}
