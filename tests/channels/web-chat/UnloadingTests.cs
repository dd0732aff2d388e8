using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Spark.Channels.WebChat.Tests.Support;
using Spark.Testing;

namespace Spark.Channels.WebChat.Tests;

public sealed class UnloadingTests
{
    [Fact]
    public async Task A_plugin_that_has_worked_can_be_unloaded()
    {
        var context = await WorkAsync();

        for (var i = 0; context.IsAlive && i < 2_000; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(i < 20 ? 1 : 20, TestContext.Current.CancellationToken);
        }

        context.IsAlive.ShouldBeFalse();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> WorkAsync()
    {
        var context = new AssemblyLoadContext("web-chat", isCollectible: true);
        using var http = new HttpClient();
        var assembly = context.LoadFromAssemblyPath(Path.Combine(PluginFolder.Path, "Spark.Channels.WebChat.dll"));
        assembly.ShouldNotBe(typeof(WebChatPlugin).Assembly);
        var clock = new ManualClock();
        var feed = new MemoryFeed(clock);
        var offers = new Offers($$"""{"secret":"{{TestChannel.Secret}}"}""", TestChannel.Services("web", feed, clock, http));
        ((IPlugin)assembly.CreateInstance(typeof(WebChatPlugin).FullName!)!).Configure(offers);

        var token = (await offers.Channel!.ReceiveAsync(TestChannel.Request("POST", "v3/directline/tokens/generate"), TestContext.Current.CancellationToken)).Json();
        var started = await offers.Channel.ReceiveAsync(
            TestChannel.Request("POST", "v3/directline/conversations", token.String("token"), """{"locale":"nl"}"""), TestContext.Current.CancellationToken);
        feed.Store(started.Events.Single());
        var posted = await offers.Channel.ReceiveAsync(
            TestChannel.Request("POST", $"v3/directline/conversations/{token.String("conversationId")}/activities", token.String("token"), """{"type":"message","text":"hi"}"""),
            TestContext.Current.CancellationToken);
        posted.Events.Count.ShouldBe(1);
        (await offers.Channel.ReceiveAsync(TestChannel.Request("GET", "chat"), TestContext.Current.CancellationToken)).Answer.Status.ShouldBeOneOf(200, 503);

        context.Unload();
        return new WeakReference(context);
    }
}
