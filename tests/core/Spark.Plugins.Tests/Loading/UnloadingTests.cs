using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Spark.Actions;
using Spark.Expressions;
using Spark.Plugins.Catalog;
using Spark.Plugins.Tests.Support;

namespace Spark.Plugins.Tests.Loading;

public sealed class UnloadingTests
{
    private const string Environment = """
        channels:
          web: { plugin: echo, bot: b, settings: { greeting: hello, key: plain } }
        connections:
          desk: { plugin: echo-desk, settings: { greeting: hello } }
        """;

    [Fact]
    public async Task A_plugin_that_was_used_leaves_the_memory()
    {
        await using var host = new HostUnderTest();
        host.Plugins.Install("Good", "leaver");
        await LoadUseAndUnloadAsync(host);

        // The runtime finishes compiling what was called a moment ago before it lets go.
        await HostUnderTest.UntilAsync(() => HasLeft(host, "leaver"));
        host.Plugin("leaver").Status.ShouldBe(PluginStatus.Unloaded);
        AssemblyLoadContext.All.ShouldNotContain(context => context.Name == "leaver/1.0.0");
    }

    [Fact]
    public async Task What_an_unloaded_plugin_served_is_gone_and_others_stay()
    {
        await using var host = new HostUnderTest();
        host.Plugins.Install("Good");
        host.Plugins.Install("Throwing");
        await host.LoadAsync(Environment + "\n  other: { plugin: throwing-desk }");
        var held = host.Host.Find("web")!;

        (await host.Host.UnloadAsync("good", TestContext.Current.CancellationToken)).ShouldBeTrue();
        (await host.Host.UnloadAsync("good", TestContext.Current.CancellationToken)).ShouldBeFalse();

        host.Host.Find("web").ShouldBeNull();
        host.Host.ChatPage.ShouldBeNull();
        host.Host.Catalog.Offers.Actions.ShouldBe(["throw"]);
        host.Instance("web").Status.ShouldBe(PluginStatus.Unloaded);
        host.Instance("other").Status.ShouldBe(PluginStatus.Running);
        host.Plugin("throwing").Status.ShouldBe(PluginStatus.Running);
        host.Loggers.All.ShouldContain("Echo web ended");
        // A call on what was found before.
        (await held.ReceiveAsync(HostUnderTest.Request(), TestContext.Current.CancellationToken)).Answer.Status.ShouldBe(503);
        (await held.SendAsync(HostUnderTest.Message(), TestContext.Current.CancellationToken)).Status.ShouldBe(Spark.Channels.DeliveryStatus.NotSent);
        (await held.RenderAsync(HostUnderTest.Request(), [HostUnderTest.Message()], TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public async Task A_call_that_runs_is_awaited_before_its_plugin_is_taken_away()
    {
        await using var host = new HostUnderTest();
        host.Plugins.Install("Hanging");
        await host.LoadAsync("channels:\n  stuck: { plugin: hanging, bot: b }");
        var stuck = host.Host.Find("stuck")!;
        var call = stuck.ReceiveAsync(HostUnderTest.Request(), TestContext.Current.CancellationToken).AsTask();

        var unloading = host.Host.UnloadAsync("hanging", TestContext.Current.CancellationToken);
        host.Plugin("hanging").Status.ShouldBe(PluginStatus.Draining);
        (await stuck.SendAsync(HostUnderTest.Message(), TestContext.Current.CancellationToken)).Status.ShouldBe(Spark.Channels.DeliveryStatus.NotSent);
        unloading.IsCompleted.ShouldBeFalse();

        host.Clock.Advance(TimeSpan.FromSeconds(5));
        (await call).Answer.Status.ShouldBe(503);
        await unloading;
        // Its abandoned call is still inside: the memory cannot be given back, and the catalog says so.
        host.Plugin("hanging").Status.ShouldBe(PluginStatus.UnloadPending);
    }

    private static bool HasLeft(HostUnderTest host, string plugin)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return host.Plugin(plugin).Status == PluginStatus.Unloaded;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task LoadUseAndUnloadAsync(HostUnderTest host)
    {
        await host.LoadAsync(Environment);
        var channel = host.Host.Find("web")!;
        (await channel.ReceiveAsync(HostUnderTest.Request(), CancellationToken.None)).Answer.Status.ShouldBe(200);
        (await channel.SendAsync(HostUnderTest.Message(), CancellationToken.None)).Status.ShouldBe(Spark.Channels.DeliveryStatus.Delivered);
        (await channel.RenderAsync(HostUnderTest.Request(), [HostUnderTest.Message()], CancellationToken.None)).ShouldNotBeNull();
        await host.Host.OpenAsync("desk", TestOffload.Request, TimeSpan.FromSeconds(5), CancellationToken.None);
        var context = new ActionContext { EffectId = "effect", Attempt = 1, Language = "en" };
        var reversed = await host.Host.ExecuteAsync(
            "reverse", Value.Parse("{\"reverse\":\"abc\"}"), context, TimeSpan.FromSeconds(5), CancellationToken.None);
        reversed.Result.ShouldBe("turned");
        (await host.Host.UnloadAsync("leaver", CancellationToken.None)).ShouldBeTrue();
    }
}
