using System.Text.Json.Nodes;
using Spark.Scenarios.Tests.Support;
using Spark.Tests;

namespace Spark.Scenarios.Tests;

/// <summary>A host that is killed between acknowledging a message and answering it.</summary>
public sealed class CrashTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly int port = LoopbackPort.Free();
    private Simulator simulator = null!;
    private string environment = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        folder.Write("bots/echo/bot.yaml", """
            spark: 1
            bot: echo
            languages: [en]
            events: { started: hello }
            """);
        folder.Write("bots/echo/dialogs/hello.yaml", """
            dialog: hello
            steps:
              - id: hi
                say: Hello, I am still here.
            """);
        simulator = await Simulator.StartAsync(new Uri($"http://127.0.0.1:{port}{Webhook.Path}"), LoopbackPort.Free(), Token);
        environment = folder.Write("environment.yaml", TestEnvironment.WithCalls(simulator.Url, "echo"));
    }

    public async ValueTask DisposeAsync()
    {
        await simulator.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_reply_whose_sending_had_not_begun_goes_out_once_after_the_restart()
    {
        // The token is asked for before the first byte of a message: while it is held, no sending has begun.
        await simulator.PostAsync("/__sim/faults/hold", new JsonObject { ["target"] = "token" }, Token);
        string conversation;
        await using (var first = await StartAsync())
        {
            conversation = await simulator.WriteAsync("Hello", null, Token);
            await AcknowledgedAsync(conversation);
            await simulator.GetAsync("/__sim/faults/held?target=token&waitFor=1&timeoutMs=60000", Token);
            await first.KillAsync();
        }

        await simulator.PostAsync("/__sim/faults/release", new JsonObject { ["target"] = "token" }, Token);
        await using var second = await StartAsync();
        (await simulator.RepliesAsync(conversation, 1, Token)).ShouldBe(["Hello, I am still here."]);

        // What might come twice would have come by the time that a second message is answered, because a conversation keeps its order.
        await simulator.WriteAsync("Hello again", conversation, Token);
        var replies = await simulator.RepliesAsync(conversation, 2, Token);
        replies.Count(reply => reply == "Hello, I am still here.").ShouldBe(1);
    }

    [Fact]
    public async Task A_reply_that_was_under_way_is_not_lost()
    {
        await simulator.PostAsync("/__sim/faults/hold", new JsonObject { ["target"] = "manipulate" }, Token);
        string conversation;
        await using (var first = await StartAsync())
        {
            conversation = await simulator.WriteAsync("Hello", null, Token);
            await AcknowledgedAsync(conversation);
            await simulator.GetAsync("/__sim/faults/held?target=manipulate&waitFor=1&timeoutMs=60000", Token);
            await first.KillAsync();
        }

        await simulator.PostAsync("/__sim/faults/release", new JsonObject { ["target"] = "manipulate" }, Token);
        await using var second = await StartAsync();
        (await simulator.RepliesAsync(conversation, 1, Token)).ShouldContain("Hello, I am still here.");
    }

    private Task<SparkHost> StartAsync() => SparkHost.StartAsync(environment, folder.Path("data"), port, Token, folder.Path("bots"));

    private async Task AcknowledgedAsync(string conversation)
    {
        // STARTED and the message: both were answered 200.
        var deliveries = await simulator.GetAsync($"/__sim/deliveries?conversationId={conversation}&waitForEnded=2&timeoutMs=60000", Token);
        deliveries.AsArray().Select(delivery => delivery!["state"]!.GetValue<string>()).ShouldBe(["delivered", "delivered"]);
    }
}
