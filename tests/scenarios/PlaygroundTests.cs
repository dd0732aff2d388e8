using System.Net;
using System.Text.Json.Nodes;
using Spark.Scenarios.Tests.Support;
using Spark.Tests;

namespace Spark.Scenarios.Tests;

/// <summary>A developer's bot, without authentication, with what Microsoft's Agents Playground sends.</summary>
public sealed class PlaygroundTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private Playground playground = null!;
    private SparkHost host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var port = LoopbackPort.Free();
        playground = await Playground.StartAsync(new Uri($"http://127.0.0.1:{port}/api/messages"));
        var environment = folder.Write("environment.yaml", $$"""
            publicUrl: http://127.0.0.1:{{port}}
            channels:
              teams:
                plugin: teams
                bot: it-support
                paths: [/api/messages]
                allowPrivate: true
                settings: { authentication: none, lookUpPeople: false, serviceHosts: ["{{playground.Url}}"] }
              desk-channel: { plugin: sparkcentral, bot: it-support, settings: { sharedSecret: "{{Simulator.Secret}}" } }
            connections:
              desk: { plugin: sparkcentral-queue, settings: { channel: desk-channel } }
            """);
        host = await SparkHost.StartAsync(environment, folder.Path("data"), port, Token);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await playground.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task The_bot_welcomes_once_an_installation_however_many_pages_connect_at_the_same_time()
    {
        var statuses = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => playground.ConnectAsync()));

        statuses.SelectMany(status => status).ShouldAllBe(status => status == HttpStatusCode.OK);
        (await playground.SaidAsync(1))[0]["text"]!.GetValue<string>().ShouldContain("I am the IT assistant");

        // An answer that follows shows that nothing else was on its way. Pages go on to connect.
        await playground.SendAsync(playground.Message("wifi"));
        var before = (await playground.SaidAsync(2)).Count;
        await playground.ConnectAsync();
        await playground.SendAsync(playground.Message("talk to a human"));
        var all = await playground.SaidAsync(before + 1);
        all.Count(IsWelcome).ShouldBe(1);

        // The app is taken away in the middle of a question, and comes back: that is another installation.
        (await playground.SendAsync(playground.Installation("remove"))).ShouldBe(HttpStatusCode.OK);
        await playground.ConnectAsync();
        IsWelcome((await playground.SaidAsync(all.Count + 1))[^1]).ShouldBeTrue();
        await playground.SendAsync(playground.Message("wifi"));
        (await playground.SaidAsync(all.Count + 2)).Count(IsWelcome).ShouldBe(2);
    }

    [Fact]
    public async Task Messages_that_come_at_the_same_time_are_answered_each_and_buttons_press()
    {
        await playground.ConnectAsync();
        var welcome = (await playground.SaidAsync(1))[0];

        var press = Buttons(welcome).First(action => action["title"]!.GetValue<string>() == "Report a problem");
        (await playground.SendAsync(playground.Submit(welcome, press["data"]!))).ShouldBe(HttpStatusCode.OK);
        (await playground.SaidAsync(2))[1]["text"]!.GetValue<string>().ShouldContain("what is wrong");

        var statuses = await Task.WhenAll(
            playground.SendAsync(playground.Message("My screen is black")),
            playground.SendAsync(playground.Message("My mouse is dead")));
        statuses.ShouldAllBe(status => status == HttpStatusCode.OK);
        var urgency = await playground.SaidAsync(4);
        urgency[2]["text"]!.GetValue<string>().ShouldContain("How urgent");
        Buttons(urgency[2]).Count().ShouldBe(3);
    }

    private static IEnumerable<JsonNode> Buttons(JsonNode message) =>
        message["attachments"]![0]!["content"]!["body"]!.AsArray().SelectMany(row => row!["actions"]!.AsArray()).Select(action => action!);

    private static bool IsWelcome(JsonNode message) => message["text"]?.GetValue<string>().Contains("I am the IT assistant", StringComparison.Ordinal) == true;
}
