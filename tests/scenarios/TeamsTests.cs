using System.Text.Json.Nodes;
using Spark.Scenarios.Tests.Support;
using Spark.Tests;

namespace Spark.Scenarios.Tests;

/// <summary>An employee in Teams and the demo bot, with Microsoft's side played by a program of its own.</summary>
public sealed class TeamsTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private TeamsSimulator teams = null!;
    private SparkHost host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var port = LoopbackPort.Free();
        teams = await TeamsSimulator.StartAsync(new Uri($"http://127.0.0.1:{port}/api/messages"), LoopbackPort.Free(), Token);
        var environment = folder.Write("environment.yaml", $$"""
            publicUrl: http://127.0.0.1:{{port}}
            channels:
            {{teams.Channel("it-support")}}
              desk-channel: { plugin: sparkcentral, bot: it-support, settings: { sharedSecret: "{{Simulator.Secret}}" } }
            connections:
              desk: { plugin: sparkcentral-queue, settings: { channel: desk-channel } }
            """);
        host = await SparkHost.StartAsync(environment, folder.Path("data"), port, Token);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await teams.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task An_employee_is_welcomed_once_answers_by_button_and_the_question_loses_its_buttons()
    {
        await teams.PostAsync("installations", new JsonObject { ["person"] = "alex", ["action"] = "add" }, Token);
        var welcome = (await teams.RepliesAsync("alex", 1, Token))[0];
        welcome["activity"]!["text"]!.GetValue<string>().ShouldContain("Alex Wilber");

        await PressAsync(welcome, "Report a problem", again: "new");
        (await TextsAsync(2))[1].ShouldContain("what is wrong");
        await teams.WriteAsync("alex", "My laptop does not start", Token);
        var urgency = (await teams.RepliesAsync("alex", 3, Token))[2];

        await PressAsync(urgency, "Today please", again: "same");
        var replies = await teams.RepliesAsync("alex", 4, Token, updates: 1);
        replies[2]["activity"]!["text"]!.GetValue<string>().ShouldEndWith("→ Today please");
        replies[2]["activity"]!["attachments"]!.AsArray().ShouldBeEmpty();

        // The second press of the welcome, under a new id, and both presses of the answer came to one turn each.
        var texts = replies.Select(reply => reply["activity"]!["text"]?.GetValue<string>() ?? "").ToList();
        texts.Count(text => text.Contains("what is wrong", StringComparison.Ordinal)).ShouldBe(1);
        texts.Count(text => text.Contains("How urgent", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(412)]
    [InlineData(502)]
    public async Task A_message_that_Teams_sends_away_arrives_once_in_the_end(int status)
    {
        await teams.WriteAsync("megan", "wifi", Token);
        var before = (await teams.RepliesAsync("megan", 1, Token)).Count;
        await teams.PostAsync("faults", new JsonObject { ["target"] = "send", ["status"] = status, ["retryAfter"] = 1, ["times"] = 2 }, Token);

        await teams.WriteAsync("megan", "talk to a human", Token);

        await teams.RepliesAsync("megan", before + 1, Token);
        await SentAwayAsync(status, times: 2);
    }

    // Replies of a case before may still arrive; only the simulator's record tells when both refusals were met.
    private async Task SentAwayAsync(int status, int times)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        int Count(JsonNode calls) => calls.AsArray().Count(call => call!["status"]!.GetValue<int>() == status);
        while (Count(await teams.GetAsync("calls", limit.Token)) is var met && met != times)
        {
            met.ShouldBeLessThan(times);
            await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
        }
    }

    [Fact]
    public async Task What_a_stranger_sends_is_refused_and_not_stored()
    {
        string[] flaws =
        [
            """{"none":true}""",
            """{"claims":{"aud":"99999999-9999-4999-8999-999999999999"}}""",
            """{"claims":{"exp":1}}""",
            """{"claims":{"serviceurl":"https://attacker.example/"}}""",
            """{"key":"stranger"}""",
            """{"key":"unendorsed","header":{"kid":"sim-channel-2"}}""",
            """{"key":"entra","header":{"kid":"sim-entra-1"}}""",
        ];

        // Its good twin first: from then on the bot has the keys.
        await teams.WriteAsync("lee", "hello", Token);
        await teams.RepliesAsync("lee", 1, Token);
        foreach (var flaw in flaws)
        {
            var said = new JsonObject { ["person"] = "lee", ["fields"] = new JsonObject { ["text"] = "let me in" }, ["token"] = JsonNode.Parse(flaw) };

            var refused = await teams.PostAsync("activities", said, Token);

            refused["status"]!.GetValue<int>().ShouldBe(401, flaw);
            refused["body"]!.GetValue<string>().ShouldBe("""{"error":{"code":"Unauthorized","message":"The request carries no token that this bot accepts."}}""");
        }

        await host.KillAsync();
        foreach (var file in Directory.EnumerateFiles(folder.Path("data"), "*", SearchOption.AllDirectories))
        {
            var bytes = await File.ReadAllBytesAsync(file, Token);
            bytes.AsSpan().IndexOf("let me in"u8).ShouldBe(-1, file);
        }
    }

    private async Task PressAsync(JsonNode message, string title, string again) => await teams.PostAsync(
        "presses",
        new JsonObject { ["person"] = "alex", ["message"] = message["id"]!.GetValue<string>(), ["title"] = title, ["again"] = again },
        Token);

    private async Task<IReadOnlyList<string>> TextsAsync(int count) =>
        [.. (await teams.RepliesAsync("alex", count, Token)).Select(reply => reply["activity"]!["text"]!.GetValue<string>())];
}
