using System.Text.Json.Nodes;
using Spark.Scenarios.Tests.Support;
using Spark.Tests;

namespace Spark.Scenarios.Tests;

/// <summary>An operator moves a conversation from one desk to another and takes it back, by the commands, between real processes.</summary>
public sealed class ReassignTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly int port = LoopbackPort.Free();
    private DeskSimulator desk = null!;
    private DeskSimulator night = null!;
    private SparkHost host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        foreach (var (name, content) in RelayBot.Files)
        {
            folder.Write(name, content);
        }

        desk = await DeskSimulator.StartAsync(LoopbackPort.Free(), Token);
        night = await DeskSimulator.StartAsync(LoopbackPort.Free(), Token);
        host = await SparkHost.StartAsync(
            folder.Write("environment.yaml", RelayBot.Environment(port, desk.Url, night: night.Url)),
            folder.Path("data"), port, Token, folder.Path("bots"));
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await desk.DisposeAsync();
        await night.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_conversation_goes_to_the_other_desk_and_comes_back_and_the_audit_knows_who_did_it()
    {
        using var person = await WebChatPerson.StartAsync(host.Url, Token);
        await person.SayAsync("my laptop is on fire", Token);
        await person.SayAsync("help", Token);
        await person.HearAsync(texts => texts.Contains("You are number 1, I wait with you."), Token);
        var first = await desk.ConversationAsync(_ => true, Token);
        await desk.ActAsync(first, "say", Token, "One moment");
        await person.HearAsync(texts => texts.Contains("Ada: One moment"), Token);

        (await RunAsync("conversation", "show", person.Address)).Text.ShouldContain("helpers, agent Ada");
        (await RunAsync("conversation", "reassign", person.Address, "--to", "night", "--queue", "printers")).ShouldBe((0, "'night' has it now."));

        var second = await night.ConversationAsync(_ => true, Token);
        ((string)second["attributes"]!["topic"]!, (string)second["queue"]!).ShouldBe(("laptop", "printers"));
        second["transcript"]!.AsArray().Select(line => (string)line!["text"]!).ShouldContain("my laptop is on fire");
        await desk.ConversationAsync(one => (bool)one["contactLeft"]!, Token);
        await night.ActAsync(second, "say", Token, "I have it now");
        await person.HearAsync(texts => texts.Contains("Ada: I have it now"), Token);
        await person.SayAsync("thank you", Token);
        await night.ConversationAsync(one => DeskSimulator.Heard(one).SequenceEqual(["thank you"]), Token);

        (await RunAsync("conversation", "release", person.Address)).Code.ShouldBe(0);
        await person.HearAsync(texts => texts.Contains("Back (released)."), Token);
        await night.ConversationAsync(one => (bool)one["contactLeft"]!, Token);
        var audit = (await RunAsync("audit", "list")).Text.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        audit.Select(words => $"{words[2]} {words[3]} {words[4]}").ShouldBe(
            [$"admin conversation.released {person.Address}", $"admin conversation.reassigned {person.Address}", "host bot.published relay"]);
    }

    [Fact]
    public async Task A_desk_that_does_not_take_it_leaves_it_where_it_is()
    {
        await night.FaultAsync(new JsonObject { ["open"] = false }, Token);
        using var person = await WebChatPerson.StartAsync(host.Url, Token);
        await person.SayAsync("help", Token);
        await person.HearAsync(texts => texts.Contains("You are number 1, I wait with you."), Token);

        var (code, text) = await RunAsync("conversation", "reassign", person.Address, "--to", "night");
        (code, text.Contains("SPK14060", StringComparison.Ordinal), text.Contains("night: closed", StringComparison.Ordinal)).ShouldBe((2, true, true), text);
        (await RunAsync("conversation", "reassign", person.Address, "--to", "nowhere")).Text.ShouldContain("helpers, night");
        (await RunAsync("conversation", "reassign", person.Address, "--to", "helpers")).Text.ShouldContain("already");

        await person.SayAsync("still there?", Token);
        await desk.ConversationAsync(one => DeskSimulator.Heard(one).Contains("still there?"), Token);
        (await RunAsync("audit", "list")).Text.ShouldNotContain("reassigned");
    }

    private async Task<(int Code, string Text)> RunAsync(params string[] command)
    {
        var token = (await host.WaitForLineAsync("shown this once", Token)).Split(": ")[^1].Trim();
        await using var spark = ChildProcess.StartDotnet(SparkHost.Assembly, [.. command, "--host", host.Url.ToString(), "--token", token]);
        var code = await spark.WaitForExitAsync(Token);
        return (code, spark.Output.Trim());
    }
}
