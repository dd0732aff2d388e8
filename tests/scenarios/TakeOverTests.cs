using System.Text.Json.Nodes;
using Spark.Scenarios.Tests.Support;
using Spark.Tests;

namespace Spark.Scenarios.Tests;

/// <summary>An agent takes over while the bot has still something to say.</summary>
public sealed class TakeOverTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly int port = LoopbackPort.Free();
    private DeskSimulator desk = null!;
    private Simulator simulator = null!;
    private SparkHost host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        foreach (var (name, content) in RelayBot.Files)
        {
            folder.Write(name, content);
        }

        desk = await DeskSimulator.StartAsync(LoopbackPort.Free(), Token);
        simulator = await Simulator.StartAsync(new Uri($"http://127.0.0.1:{port}{Webhook.Path}"), LoopbackPort.Free(), Token);
        var environment = TestEnvironment.WithCalls(simulator.Url, "relay") + $$"""

              helpers:
                plugin: webhook-desk
                allowPrivate: true
                settings: { url: "{{desk.Url}}", token: {{DeskSimulator.Token}}, secret: {{DeskSimulator.Secret}} }
            """;
        host = await SparkHost.StartAsync(
            folder.Write("environment.yaml", environment.Replace("publicUrl: http://127.0.0.1:1\n", $"publicUrl: http://127.0.0.1:{port}\n", StringComparison.Ordinal)),
            folder.Path("data"), port, Token, folder.Path("bots"));
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await simulator.DisposeAsync();
        await desk.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task What_the_bot_had_still_to_say_does_not_arrive_but_for_what_was_on_its_way()
    {
        await simulator.PostAsync("/__sim/faults/hold", new JsonObject { ["target"] = "manipulate" }, Token);
        var contact = await simulator.WriteAsync("tell me everything", null, Token);
        var conversation = await desk.ConversationAsync(_ => true, Token);
        await simulator.GetAsync("/__sim/faults/held?target=manipulate&waitFor=1&timeoutMs=60000", Token);

        await desk.ActAsync(conversation, "join", Token);
        await desk.ActAsync(conversation, "say", Token, "Hello, I am Ada");
        await desk.TakenAsync(conversation, 2, Token);
        await simulator.PostAsync("/__sim/faults/release", new JsonObject { ["target"] = "manipulate" }, Token);
        var texts = await simulator.RepliesAsync(contact, 3, Token);
        texts.ShouldBe(["Bot one.", "Ada is with you now.", "Ada: Hello, I am Ada"]);
    }
}
