using Spark.Scenarios.Tests.Support;
using Spark.Tests;

namespace Spark.Scenarios.Tests;

/// <summary>The main job with the demo bot: a signed webhook runs a bot from YAML, is answered, and is handed over.</summary>
public sealed class MainJobTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private Simulator simulator = null!;
    private SparkHost host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var port = LoopbackPort.Free();
        simulator = await Simulator.StartAsync(new Uri($"http://127.0.0.1:{port}{Webhook.Path}"), LoopbackPort.Free(), Token);
        var environment = folder.Write("environment.yaml", TestEnvironment.WithCalls(simulator.Url));
        host = await SparkHost.StartAsync(environment, folder.Path("data"), port, Token);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await simulator.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_contact_who_asks_for_a_human_arrives_in_the_queue_with_the_transcript_and_the_farewell()
    {
        var conversation = await simulator.WriteAsync("talk to a human", null, Token);
        (await simulator.RepliesAsync(conversation, 1, Token))[0].ShouldContain("what is wrong");
        await simulator.WriteAsync("My laptop does not start", conversation, Token);
        var urgency = (await simulator.RepliesAsync(conversation, 2, Token))[1];
        urgency.ShouldContain("1. ");
        urgency.ShouldContain("3. ");
        await simulator.WriteAsync("3", conversation, Token);

        var handedOver = await simulator.InQueueAsync(conversation, "NEW", Token);
        handedOver["topics"]!.AsArray().Select(topic => topic!.GetValue<string>()).ShouldContain("IT support");
        var texts = handedOver["messages"]!.AsArray().Select(message => message!["text"]!.GetValue<string>()).ToList();
        texts.ShouldContain("My laptop does not start");

        // The farewell left in the same call as the handover: it is the last thing that was said, and the last call was the only one with `complete`.
        var calls = await simulator.GetAsync($"/__sim/rest-calls?conversationId={conversation}&target=manipulate&waitFor=3&timeoutMs=60000", Token);
        var bodies = calls.AsArray().Select(call => call!["body"]!.GetValue<string>()).ToList();
        bodies.Count(body => body.Contains("\"HANDOVER\"", StringComparison.Ordinal)).ShouldBe(1);
        bodies[^1].ShouldContain("\"HANDOVER\"");
        bodies[^1].ShouldContain("\"text\"");
        calls.AsArray().ShouldAllBe(call => call!["status"]!.GetValue<int>() == 200);
    }

    [Fact]
    public async Task After_the_handover_the_bot_is_silent()
    {
        var conversation = await simulator.WriteAsync("talk to a human", null, Token);
        await simulator.RepliesAsync(conversation, 1, Token);
        await simulator.WriteAsync("My screen is black", conversation, Token);
        await simulator.RepliesAsync(conversation, 2, Token);
        await simulator.WriteAsync("2", conversation, Token);
        await simulator.InQueueAsync(conversation, "NEW", Token);
        var before = (await simulator.RepliesAsync(conversation, 0, Token)).Count;

        // A desk that sends a message to the bot although it holds the conversation gets an answer, and nobody is talked over.
        var body = Webhook.Message(conversation, "Are you still there?", "late-1", TimeProvider.System.GetUtcNow());
        (await Webhook.PostSignedAsync(host.Http, body, Token)).ShouldBe((200, "{}"));
        var other = await simulator.WriteAsync("hello", null, Token);
        await simulator.RepliesAsync(other, 1, Token);
        (await simulator.RepliesAsync(conversation, 0, Token)).Count.ShouldBe(before);
    }
}
