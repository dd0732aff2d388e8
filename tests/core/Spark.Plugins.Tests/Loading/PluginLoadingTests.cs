using System.Text.Json.Nodes;
using Spark.Plugins.Catalog;
using Spark.Plugins.Tests.Support;

namespace Spark.Plugins.Tests.Loading;

public sealed class PluginLoadingTests : IAsyncDisposable
{
    private const string Echo = "channels:\n  web: { plugin: echo, bot: b, settings: { greeting: hello } }";

    private readonly HostUnderTest host = new();

    [Fact]
    public async Task Every_broken_plugin_says_why_and_the_good_one_works()
    {
        host.Plugins.Install("Good");
        host.Plugins.Install("ThrowingConstructor");
        host.Plugins.Install("ThrowingConfigure");
        host.Plugins.Install("Good", "future", change: manifest => manifest["contracts"] = "99.0");
        host.Plugins.Write("channel", "no-assembly", "1.0.0", PluginRoot.Manifest("no-assembly", "1.0.0", "gone.dll").ToJsonString(), assembly: null);
        host.Plugins.Write("channel", "no-manifest", "1.0.0", manifest: null);
        host.Plugins.Write("channel", "broken-manifest", "1.0.0", "{ \"id\": ");
        host.Plugins.Write("channel", "empty-assembly", "1.0.0", PluginRoot.Manifest("empty-assembly", "1.0.0", "a.dll").ToJsonString());

        var catalog = await host.LoadAsync(Echo);

        Expect("throwingconstructor", PluginStatus.Faulted, "SPK10112", "The constructor is in a bad mood.");
        Expect("throwingconfigure", PluginStatus.Faulted, "SPK10113", "Configure is in a bad mood.");
        Expect("future", PluginStatus.Incompatible, "SPK10107", $"needs contracts 99.0, and this host offers contracts {ContractVersion.Current}");
        Expect("no-assembly", PluginStatus.Incompatible, "SPK10106", "'gone.dll' is not in the plugin's folder");
        Expect("no-manifest", PluginStatus.Incompatible, "SPK10101", "no plugin.json");
        Expect("broken-manifest", PluginStatus.Incompatible, "SPK10102", "not valid JSON");
        Expect("empty-assembly", PluginStatus.Faulted, "SPK10110", "cannot be loaded");

        var good = host.Plugin("good");
        good.Status.ShouldBe(PluginStatus.Running);
        good.Reason.ShouldBeNull();
        good.Name.ShouldBe("The plugin good");
        good.Offers.Select(offer => (offer.Kind, offer.Id)).ShouldBe(
            [(PluginKind.Channel, "echo"), (PluginKind.OffloadProvider, "echo-desk"), (PluginKind.Action, "reverse")]);
        catalog.Offers.Actions.ShouldBe(["reverse"]);
        catalog.Offers.OffloadProviders["echo-desk"].ShouldBe(Spark.Offload.OffloadKind.Ticket);
        var receipt = await host.Host.Find("web")!.ReceiveAsync(HostUnderTest.Request(), TestContext.Current.CancellationToken);
        receipt.Answer.Status.ShouldBe(200);
        host.Loggers.All.ShouldContain("SPK10112");
    }

    [Fact]
    public async Task A_plugin_with_its_own_copies_of_the_contracts_gets_the_hosts()
    {
        var folder = host.Plugins.Install("PrivateCopies");
        File.Exists(Path.Combine(folder, "Spark.Abstractions.dll")).ShouldBeTrue();
        File.Exists(Path.Combine(folder, "Microsoft.Extensions.Logging.Abstractions.dll")).ShouldBeTrue();

        await host.LoadAsync("connections:\n  desk: { plugin: private-desk }");

        host.Plugin("privatecopies").Reason.ShouldBeNull();
        var decision = await host.Host.OpenAsync(
            "desk", TestOffload.Request, TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        decision.Result.ShouldBe(Spark.Offload.OffloadResult.Created);
        host.Loggers.All.ShouldContain("Opened effect");
    }

    [Fact]
    public async Task A_constructor_and_a_factory_that_hang_are_abandoned()
    {
        await using var impatient = new HostUnderTest(new PluginOptions { StartWithin = TimeSpan.FromSeconds(10) }, TimeProvider.System);
        impatient.Plugins.Install("Hanging");
        impatient.Plugins.Install("Good");
        await impatient.LoadAsync("""
            channels:
              stuck: { plugin: hanging, bot: b, settings: { mode: factory } }
              web: { plugin: echo, bot: b, settings: { greeting: hello } }
            """);
        var stuck = impatient.Instance("stuck");
        stuck.Status.ShouldBe(PluginStatus.Faulted);
        HostUnderTest.TheFinding(stuck.Findings, "SPK10132").Message.ShouldContain("did not return from its factory within 10 s");
        impatient.Host.Find("stuck").ShouldBeNull();
        impatient.Host.Find("web").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_plugin_may_only_offer_what_its_manifest_names()
    {
        host.Plugins.Install("Good", change: manifest => manifest["kinds"] = new JsonArray("channel"));
        await host.LoadAsync();
        var findings = host.Plugin("good").Findings;
        findings.Select(finding => finding.Code).ShouldBe(["SPK10115", "SPK10115"]);
        findings[0].Message.ShouldContain("offload-provider 'echo-desk'");
        host.Plugin("good").Offers.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_assembly_without_an_entry_class_is_told()
    {
        var folder = host.Plugins.Install("Good", change: manifest => manifest["assembly"] = "Shouldly.dll");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Shouldly.dll"), Path.Combine(folder, "Shouldly.dll"));
        await host.LoadAsync();
        Expect("good", PluginStatus.Faulted, "SPK10111", "no public class that implements IPlugin");
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private void Expect(string id, PluginStatus status, string code, string says)
    {
        var plugin = host.Plugin(id);
        plugin.Status.ShouldBe(status);
        HostUnderTest.TheFinding(plugin.Findings, code).Message.ShouldContain(says);
        plugin.Reason.ShouldBe(plugin.Findings[0].Message);
        plugin.Offers.ShouldBeEmpty();
    }
}
