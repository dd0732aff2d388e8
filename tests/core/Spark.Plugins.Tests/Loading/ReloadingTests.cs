using Spark.Plugins.Catalog;
using Spark.Plugins.Tests.Support;

namespace Spark.Plugins.Tests.Loading;

/// <summary>A plugin's folders are read again while everything runs.</summary>
public sealed class ReloadingTests
{
    private const string Environment = """
        channels:
          web: { plugin: echo, bot: b, settings: { greeting: hello, key: plain } }
        connections:
          desk: { plugin: echo-desk, settings: { greeting: hello } }
        """;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_higher_version_takes_the_place_of_the_one_that_runs_with_its_instances()
    {
        await using var host = new HostUnderTest();
        host.Plugins.Install("Good");
        await host.LoadAsync(Environment);
        var before = host.Host.Find("web");
        var actions = host.Host.Catalog.Offers.Actions;
        host.Plugins.Install("Good", version: "1.1.0");

        var change = await host.Host.ReloadAsync("good", null, Cancelled);

        change.IsDone.ShouldBeTrue();
        host.Plugin("good").Version.ShouldBe("1.1.0");
        host.Instance("web").Status.ShouldBe(PluginStatus.Running);
        host.Instance("desk").Status.ShouldBe(PluginStatus.Running);
        host.Host.Find("web").ShouldNotBeSameAs(before);
        host.Host.Catalog.Offers.Actions.ShouldBe(actions);
        host.Host.Catalog.Instances.Count(instance => instance.Id == "web").ShouldBe(1);
        host.Loggers.All.ShouldContain("Echo web ended");
    }

    [Fact]
    public async Task One_that_cannot_be_loaded_leaves_the_old_one_running()
    {
        await using var host = new HostUnderTest();
        host.Plugins.Install("Good");
        await host.LoadAsync(Environment);
        host.Plugins.Write("channel", "good", "1.1.0", PluginRoot.Manifest("good", "1.1.0", "a.dll").ToJsonString());

        var change = await host.Host.ReloadAsync("good", null, Cancelled);

        change.IsDone.ShouldBeFalse();
        change.Findings.ShouldNotBeEmpty();
        host.Plugin("good").Version.ShouldBe("1.0.0");
        host.Instance("web").Status.ShouldBe(PluginStatus.Running);
    }

    [Fact]
    public async Task One_that_is_new_is_refused_when_it_offers_what_another_offers()
    {
        await using var host = new HostUnderTest();
        host.Plugins.Install("Good");
        await host.LoadAsync(Environment);
        host.Plugins.Install("Good", "twin");

        await host.Host.ReloadAsync("twin", null, Cancelled);

        host.Plugin("twin").Status.ShouldBe(PluginStatus.Faulted);
        host.Plugin("good").Status.ShouldBe(PluginStatus.Running);
        host.Instance("web").Status.ShouldBe(PluginStatus.Running);
    }

    [Fact]
    public async Task One_that_is_switched_off_serves_nobody_until_it_is_switched_on()
    {
        await using var host = new HostUnderTest();
        host.Plugins.Install("Good");
        await host.LoadAsync(Environment);

        (await host.Host.ReloadAsync("good", true, Cancelled)).IsDone.ShouldBeTrue();
        host.Host.Find("web").ShouldBeNull();
        host.Host.Catalog.Plugins.ShouldHaveSingleItem().IsSwitchedOff.ShouldBeTrue();
        host.Host.Catalog.Offers.Actions.ShouldBeEmpty();
        (await host.Host.ReloadAsync("good", null, Cancelled)).IsDone.ShouldBeTrue();
        host.Host.Find("web").ShouldBeNull("to look at it again is no reason to run it");

        (await host.Host.ReloadAsync("good", false, Cancelled)).IsDone.ShouldBeTrue();
        host.Host.Find("web").ShouldNotBeNull();
        host.Instance("web").Status.ShouldBe(PluginStatus.Running);
    }

    [Fact]
    public async Task One_whose_folder_is_gone_is_gone()
    {
        await using var host = new HostUnderTest();
        var folder = host.Plugins.Install("Good");
        await host.LoadAsync(Environment);
        Directory.Delete(folder, recursive: true);

        (await host.Host.ReloadAsync("good", null, Cancelled)).IsDone.ShouldBeTrue();

        host.Host.Catalog.Plugins.ShouldBeEmpty();
        host.Instance("web").Status.ShouldBe(PluginStatus.Faulted);
        host.Instance("web").Reason!.ShouldContain("no running plugin offers it");
    }
}
