using Microsoft.Extensions.Logging;
using Spark.Channels;
using Spark.Plugins.Catalog;
using Spark.Plugins.Tests.Support;

namespace Spark.Plugins.Tests.Supervision;

public sealed class ChannelSupervisionTests : IAsyncDisposable
{
    private readonly HostUnderTest host = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("throw", 500)]
    [InlineData("null", 500)]
    [InlineData("no-answer", 500)]
    [InlineData("no-keys", 500)]
    [InlineData("not-ready", 503)]
    public async Task A_request_that_the_plugin_fails_on_is_answered_without_events(string mode, int status)
    {
        await LoadThrowingAsync(mode);
        var receipt = await host.Host.Find("bad")!.ReceiveAsync(HostUnderTest.Request(), Token);
        receipt.Answer.Status.ShouldBe(status);
        receipt.Events.ShouldBeEmpty();
        (receipt.Answer.Headers.ContainsKey("Retry-After")).ShouldBe(status == 503);
    }

    [Theory]
    [InlineData("throw", DeliveryStatus.Unknown, PluginStatus.Faulted)]
    [InlineData("null", DeliveryStatus.Unknown, PluginStatus.Faulted)]
    [InlineData("not-ready", DeliveryStatus.NotSent, PluginStatus.NotReady)]
    [InlineData("credentials", DeliveryStatus.Refused, PluginStatus.CredentialsRejected)]
    public async Task A_message_that_the_plugin_fails_on_ends_honestly(string mode, DeliveryStatus delivery, PluginStatus status)
    {
        await LoadThrowingAsync(mode);
        var result = await host.Host.Find("bad")!.SendAsync(HostUnderTest.Message(), Token);
        result.Status.ShouldBe(delivery);
        result.Reason.ShouldNotBeNullOrEmpty();
        host.Instance("bad").Status.ShouldBe(status);
        host.Instance("bad").Reason.ShouldBe(result.Reason);
    }

    [Fact]
    public async Task An_instance_that_failed_works_again_after_a_call_that_succeeds()
    {
        await LoadThrowingAsync("once");
        var bad = host.Host.Find("bad")!;
        await bad.SendAsync(HostUnderTest.Message(), Token);
        host.Instance("bad").Status.ShouldBe(PluginStatus.Faulted);
        (await bad.SendAsync(HostUnderTest.Message(attempt: 2), Token)).Status.ShouldBe(DeliveryStatus.Delivered);
        host.Instance("bad").Status.ShouldBe(PluginStatus.Running);
        host.Instance("bad").Reason.ShouldBeNull();
    }

    [Fact]
    public async Task What_a_person_said_is_in_no_log_above_debug_and_in_no_reason()
    {
        await LoadThrowingAsync("throw");
        var result = await host.Host.Find("bad")!.SendAsync(HostUnderTest.Message(), Token);
        result.Reason.ShouldBe("The plugin threw InvalidOperationException.");
        host.Loggers.Above(LogLevel.Debug).ShouldContain(line => line.Contains("SPK10150", StringComparison.Ordinal));
        host.Loggers.Above(LogLevel.Debug).ShouldNotContain(line => line.Contains("hunter2", StringComparison.Ordinal));
        host.Loggers.All.ShouldContain("hunter2");
    }

    [Fact]
    public async Task A_channel_that_cannot_render_gives_nothing()
    {
        await LoadThrowingAsync("throw");
        (await host.Host.Find("bad")!.RenderAsync(HostUnderTest.Request(), [HostUnderTest.Message()], Token)).ShouldBeNull();
    }

    [Fact]
    public async Task A_property_that_throws_marks_the_instance_and_hurts_no_other()
    {
        host.Plugins.Install("Throwing");
        await host.LoadAsync("""
            channels:
              bad: { plugin: throwing, bot: b, settings: { mode: capabilities } }
              fine: { plugin: throwing, bot: b }
            """);
        host.Host.Find("bad").ShouldBeNull();
        host.Instance("bad").Status.ShouldBe(PluginStatus.Faulted);
        HostUnderTest.TheFinding(host.Instance("bad").Findings, "SPK10132");
        host.Host.Find("fine").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("asynchronous")]
    [InlineData("synchronous")]
    public async Task A_plugin_that_hangs_is_abandoned(string mode)
    {
        await LoadHangingAsync(mode);
        var receiving = host.Host.Find("stuck")!.ReceiveAsync(HostUnderTest.Request(), Token).AsTask();
        host.Clock.Advance(TimeSpan.FromSeconds(4.9));
        receiving.IsCompleted.ShouldBeFalse();
        host.Clock.Advance(TimeSpan.FromSeconds(0.1));
        var receipt = await receiving;
        receipt.Answer.Status.ShouldBe(503);
        host.Instance("stuck").Reason.ShouldBe("The plugin did not return from ReceiveAsync within 5 s.");
        host.Loggers.All.ShouldContain("SPK10151");
    }

    [Fact]
    public async Task A_rendering_that_hangs_gives_nothing()
    {
        await LoadHangingAsync("");
        var rendering = host.Host.Find("stuck")!.RenderAsync(HostUnderTest.Request(), [HostUnderTest.Message()], Token).AsTask();
        host.Clock.Advance(new PluginOptions().RenderWithin);
        (await rendering).ShouldBeNull();
    }

    [Fact]
    public async Task A_send_that_hangs_ends_unknown()
    {
        await LoadHangingAsync("");
        var sending = host.Host.Find("stuck")!.SendAsync(HostUnderTest.Message(), Token).AsTask();
        host.Clock.Advance(new PluginOptions().SendWithin);
        (await sending).Status.ShouldBe(DeliveryStatus.Unknown);
    }

    [Fact]
    public async Task What_an_abandoned_call_throws_one_day_is_seen()
    {
        await LoadHangingAsync("late");
        var receiving = host.Host.Find("stuck")!.ReceiveAsync(HostUnderTest.Request(), Token).AsTask();
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        (await receiving).Answer.Status.ShouldBe(503);
        await HostUnderTest.UntilAsync(() => host.Loggers.All.Contains("failed in ReceiveAsync after it was abandoned", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_let_go_at_once()
    {
        await LoadHangingAsync("");
        using var giving = new CancellationTokenSource();
        var receiving = host.Host.Find("stuck")!.ReceiveAsync(HostUnderTest.Request(), giving.Token).AsTask();
        await giving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(receiving);
    }

    [Fact]
    public async Task A_host_stops_although_plugins_hang_and_throw()
    {
        host.Plugins.Install("Throwing");
        await LoadHangingAsync("");
        var receiving = host.Host.Find("stuck")!.ReceiveAsync(HostUnderTest.Request(), Token).AsTask();
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        await receiving;
        await host.Host.DisposeAsync();
        host.Host.Catalog.Plugins.ShouldAllBe(plugin => plugin.Status == PluginStatus.UnloadPending || plugin.Status == PluginStatus.Unloaded);
        host.Loggers.All.ShouldContain("channel 'bad' failed in its disposal");
        host.Loggers.WasDisposed.ShouldBeFalse();
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private async Task LoadThrowingAsync(string mode)
    {
        host.Plugins.Install("Throwing");
        await host.LoadAsync($"channels:\n  bad: {{ plugin: throwing, bot: b, settings: {{ mode: {mode} }} }}");
    }

    private async Task LoadHangingAsync(string mode)
    {
        host.Plugins.Install("Hanging");
        await host.LoadAsync($$"""
            channels:
              stuck: { plugin: hanging, bot: b, settings: { mode: "{{mode}}" } }
              bad: { plugin: throwing, bot: b }
            """);
    }
}
