using Spark.Plugins.Catalog;
using Spark.Plugins.Tests.Support;

namespace Spark.Plugins.Tests.Catalog;

public sealed class PluginSetTests : IAsyncDisposable
{
    private readonly HostUnderTest host = new();

    [Fact]
    public async Task The_highest_version_is_used_and_the_others_are_listed()
    {
        host.Plugins.Install("Good", version: "1.9.0");
        host.Plugins.Install("Good", version: "1.10.0");
        host.Plugins.Install("Good", version: "0.1.0");
        var catalog = await host.LoadAsync();
        catalog.Plugins.Select(plugin => (plugin.Version, plugin.Status)).ShouldBe(
            [("1.10.0", PluginStatus.Running), ("1.9.0", PluginStatus.Disabled), ("0.1.0", PluginStatus.Disabled)]);
        catalog.Plugins[1].Reason.ShouldBe("Version 1.10.0 is installed too, and the highest is used.");
        catalog.Plugins[1].Name.ShouldBe("The plugin good");
    }

    [Fact]
    public async Task A_broken_highest_version_does_not_let_an_older_one_in_silently()
    {
        host.Plugins.Install("Good", version: "1.0.0");
        host.Plugins.Install("Good", version: "2.0.0", change: manifest => manifest.Remove("name"));
        var catalog = await host.LoadAsync();
        catalog.Plugins.Select(plugin => (plugin.Version, plugin.Status)).ShouldBe(
            [("2.0.0", PluginStatus.Incompatible), ("1.0.0", PluginStatus.Disabled)]);
    }

    [Fact]
    public async Task Two_plugins_that_offer_one_id_are_both_named_and_neither_wins()
    {
        host.Plugins.Install("Good", "first");
        host.Plugins.Install("Good", "second");
        host.Plugins.Install("Throwing");
        var catalog = await host.LoadAsync("channels:\n  web: { plugin: echo, bot: b, settings: { greeting: hello } }");
        foreach (var id in new[] { "first", "second" })
        {
            var plugin = host.Plugin(id);
            plugin.Status.ShouldBe(PluginStatus.Faulted);
            plugin.Offers.ShouldBeEmpty();
            HostUnderTest.TheFinding(plugin.Findings, "SPK10114").Message.ShouldStartWith("The plugins 'first' and 'second' both offer the ");
        }

        catalog.Offers.Actions.ShouldBe(["throw"]);
        HostUnderTest.TheFinding(host.Instance("web").Findings, "SPK10130").Remedy.ShouldContain("throwing");
        host.Plugin("throwing").Status.ShouldBe(PluginStatus.Running);
    }

    [Fact]
    public async Task One_version_in_two_roots_is_told_and_neither_is_used()
    {
        using var second = new PluginRoot();
        host.Plugins.Install("Good");
        host.Plugins.Install("Good", root: second.Path);
        var catalog = await host.LoadAsync("", host.Plugins.Path, second.Path);
        catalog.Plugins.Select(plugin => plugin.Status).ShouldBe([PluginStatus.Faulted, PluginStatus.Faulted]);
        var finding = HostUnderTest.TheFinding(catalog.Plugins[0].Findings, "SPK10117");
        finding.Message.ShouldContain(host.Plugins.Path);
        finding.Message.ShouldContain(second.Path);
    }

    [Fact]
    public async Task Two_roots_are_read_as_one()
    {
        using var second = new PluginRoot();
        host.Plugins.Install("Good", version: "1.0.0");
        host.Plugins.Install("Good", version: "1.0.1", root: second.Path);
        var catalog = await host.LoadAsync("", host.Plugins.Path, second.Path);
        catalog.Plugins.Select(plugin => (plugin.Version, plugin.Status)).ShouldBe(
            [("1.0.1", PluginStatus.Running), ("1.0.0", PluginStatus.Disabled)]);
    }

    [Fact]
    public async Task A_folder_that_is_no_kind_and_a_root_that_is_not_there_are_told()
    {
        Directory.CreateDirectory(Path.Combine(host.Plugins.Path, "channels", "echo", "1.0.0"));
        Directory.CreateDirectory(Path.Combine(host.Plugins.Path, ".cache", "x", "y"));
        var catalog = await host.LoadAsync("", host.Plugins.Path, Path.Combine(host.Plugins.Path, "gone"));
        catalog.Plugins.ShouldBeEmpty();
        catalog.Findings.Select(finding => finding.Code).ShouldBe(["SPK10116", "SPK10116"]);
        catalog.Findings[0].Message.ShouldContain("'channels' is no kind of plugin");
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
