using System.Text;
using Spark.Engine.Reading;
using Spark.Plugins.Catalog;
using Spark.Plugins.Tests.Support;

namespace Spark.Plugins.Tests.Instances;

public sealed class SettingsTests : IAsyncDisposable
{
    private const string Secret = "s3cr3t-value";

    private readonly HostUnderTest host = new();
    private readonly DirectoryInfo secrets = Directory.CreateTempSubdirectory("spark-secrets-");

    public SettingsTests()
    {
        host.Plugins.Install("Good");
        host.SecretsFolder = secrets.FullName;
        host.Variables["SPARK_SECRET_KEY"] = Secret;
        host.Variables["HOME"] = "/home";
    }

    [Fact]
    public async Task Settings_reach_the_plugin_in_its_own_types()
    {
        var text = await HearAsync("{ greeting: 007, key: 5, times: 3, loud: true, topics: [1, yes], url: \"http://a.example\", limits: { most: 2, name: 12 } }");
        text.ShouldBe("007|5|3|True|1,yes|http://a.example/|12");
    }

    [Fact]
    public async Task A_secret_from_a_variable_or_a_file_is_resolved_before_the_plugin_sees_it()
    {
        Directory.CreateDirectory(Path.Combine(secrets.FullName, "keys"));
        await File.WriteAllTextAsync(Path.Combine(secrets.FullName, "keys", "one"), "from a file\r\n", TestContext.Current.CancellationToken);
        var text = await HearAsync("{ greeting: \"file:keys/one\", key: env:SPARK_SECRET_KEY }");
        text.ShouldStartWith($"from a file|{Secret}|");
        host.Loggers.All.ShouldNotContain(Secret);
    }

    [Fact]
    public async Task A_link_inside_the_secrets_folder_is_followed_and_one_out_of_it_is_not()
    {
        var outside = Directory.CreateTempSubdirectory("spark-outside-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(outside.FullName, "key"), Secret, TestContext.Current.CancellationToken);
            Directory.CreateDirectory(Path.Combine(secrets.FullName, "..2026"));
            await File.WriteAllTextAsync(Path.Combine(secrets.FullName, "..2026", "key"), "inside", TestContext.Current.CancellationToken);
            Directory.CreateSymbolicLink(Path.Combine(secrets.FullName, "now"), "..2026");
            File.CreateSymbolicLink(Path.Combine(secrets.FullName, "file-out"), Path.Combine(outside.FullName, "key"));
            Directory.CreateSymbolicLink(Path.Combine(secrets.FullName, "folder-out"), outside.FullName);
            File.CreateSymbolicLink(Path.Combine(secrets.FullName, "circle"), "circle");
            await LoadAsync("""
                  inside: { plugin: echo, bot: b, settings: { greeting: "file:now/key" } }
                  one: { plugin: echo, bot: b, settings: { greeting: "file:file-out" } }
                  two: { plugin: echo, bot: b, settings: { greeting: "file:folder-out/key" } }
                  three: { plugin: echo, bot: b, settings: { greeting: "file:circle" } }
                """);
        }
        finally
        {
            outside.Delete(recursive: true);
        }

        host.Instance("inside").Status.ShouldBe(PluginStatus.Running);
        foreach (var name in new[] { "one", "two", "three" })
        {
            HostUnderTest.TheFinding(host.Instance(name).Findings, "SPK10128").Message.ShouldContain("leads out of the secrets folder");
        }
    }

    [Fact]
    public async Task Secrets_that_cannot_be_read_are_all_told_with_their_places()
    {
        await LoadAsync("""
              web:
                plugin: echo
                bot: b
                settings:
                  greeting: env:SPARK_SECRET_GONE
                  key: file:gone
              other: { plugin: echo, bot: b, settings: { greeting: hello } }
            """);
        var web = host.Instance("web");
        web.Status.ShouldBe(PluginStatus.NeedsSettings);
        web.Findings.Select(finding => (finding.Code, finding.At.Line)).ShouldBe([("SPK10128", 7), ("SPK10128", 8)]);
        web.Findings[0].Message.ShouldBe("A secret of channel 'web' cannot be read: the variable SPARK_SECRET_GONE is not set, or empty.");
        host.Host.Find("web").ShouldBeNull();
        host.Instance("other").Status.ShouldBe(PluginStatus.Running);
    }

    [Fact]
    public async Task Settings_that_do_not_fit_are_all_told_by_instance_and_name()
    {
        await LoadAsync("  web: { plugin: echo, bot: b, settings: { times: often, loud: 1, greetings: hello, limits: { least: 1 } } }");
        var web = host.Instance("web");
        web.Status.ShouldBe(PluginStatus.NeedsSettings);
        Messages(web.Findings).ShouldBe(
        [
            "channel 'web' has the setting 'greetings', which its plugin does not know.",
            "channel 'web' has the setting 'limits.least', which its plugin does not know.",
            "channel 'web' lacks the setting 'greeting'.",
            "The setting 'times' of channel 'web' does not fit.",
            "The setting 'loud' of channel 'web' does not fit.",
        ], ignoreOrder: true);
        web.Findings.ShouldAllBe(finding => finding.Code == "SPK10131" && finding.At.Line == 3);
    }

    [Fact]
    public async Task A_setting_that_holds_a_secret_is_not_quoted_when_it_does_not_fit()
    {
        await LoadAsync("  web: { plugin: echo, bot: b, settings: { greeting: hello, times: env:SPARK_SECRET_KEY } }");
        HostUnderTest.TheFinding(host.Instance("web").Findings, "SPK10131");
        (host.Loggers.All + string.Join('\n', host.Instance("web"))).ShouldNotContain(Secret);
    }

    [Theory]
    [InlineData("refuse", "env:SPARK_SECRET_KEY", PluginStatus.NeedsSettings, "SPK10131", "The setting 'key' (***) is not good enough.")]
    [InlineData("explode", "env:SPARK_SECRET_KEY", PluginStatus.Faulted, "SPK10132", "No luck with ***.")]
    [InlineData("refuse", "s3cr3t-value", PluginStatus.NeedsSettings, "SPK10131", "The setting 'key' (***) is not good enough.")]
    [InlineData("nothing", "x", PluginStatus.Faulted, "SPK10132", "returned nothing from its factory")]
    public async Task A_factory_that_fails_is_told_without_its_secrets(string greeting, string key, PluginStatus status, string code, string says)
    {
        await LoadAsync($"""
              web: {"{"} plugin: echo, bot: b, settings: {"{"} greeting: {greeting}, key: "{key}" {"}"} {"}"}
              other: {"{"} plugin: echo, bot: b, settings: {"{"} greeting: hello {"}"} {"}"}
            """);
        var web = host.Instance("web");
        web.Status.ShouldBe(status);
        HostUnderTest.TheFinding(web.Findings, code).Message.ShouldContain(says);
        host.Loggers.All.ShouldNotContain(Secret);
        host.Host.Find("other").ShouldNotBeNull();
    }

    [Fact]
    public async Task An_instance_whose_plugin_is_missing_is_listed_with_what_there_is()
    {
        await LoadAsync("  web: { plugin: echoo, bot: b }");
        var finding = HostUnderTest.TheFinding(host.Instance("web").Findings, "SPK10130");
        finding.Message.ShouldBe("The channel 'web' needs the channel 'echoo', and no running plugin offers it.");
        finding.Remedy.ShouldContain("write one of: echo");
    }

    [Fact]
    public async Task The_first_instance_with_a_page_serves_it()
    {
        await LoadAsync("""
              quiet: { plugin: echo, bot: b, settings: { greeting: hello } }
              loud: { plugin: echo, bot: b, settings: { greeting: hello, loud: true } }
            """);
        var page = host.Host.ChatPage.ShouldNotBeNull();
        page.InstanceId.ShouldBe("quiet");
        page.Missing.ShouldBe("The page is not loud.");
    }

    [Fact]
    public async Task An_instance_reaches_loopback_only_where_the_operator_allows_it()
    {
        await using var server = new LoopbackServer(LoopbackServer.Ok("hello"));
        await LoadAsync($$"""
              no: { plugin: echo, bot: b, settings: { greeting: hello, url: "{{server.Url()}}" } }
              yes: { plugin: echo, bot: b, allowPrivate: true, settings: { greeting: hello, url: "{{server.Url()}}" } }
            """);
        var token = TestContext.Current.CancellationToken;
        var refused = await host.Host.Find("no")!.SendAsync(HostUnderTest.Message(), token);
        refused.Reason.ShouldNotBeNull().ShouldContain("SPK10140");
        server.Connections.ShouldBe(0);
        (await host.Host.Find("yes")!.SendAsync(HostUnderTest.Message(), token)).Reason.ShouldBe("answered 200");
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        secrets.Delete(recursive: true);
    }

    private static IEnumerable<string> Messages(IReadOnlyList<Finding> findings) => findings.Select(finding => finding.Message);

    private async Task LoadAsync(string channels) => await host.LoadAsync("channels:\n" + channels);

    private async Task<string> HearAsync(string settings)
    {
        await LoadAsync($"  web: {{ plugin: echo, bot: b, settings: {settings} }}");
        host.Instance("web").Findings.ShouldBeEmpty(string.Join('\n', Messages(host.Instance("web").Findings)));
        var receipt = await host.Host.Find("web")!.ReceiveAsync(HostUnderTest.Request(), TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(receipt.Answer.Body.Span);
    }
}
