using System.Text.Json.Nodes;
using Spark.Scenarios.Tests.Support;
using Spark.Tests;

namespace Spark.Scenarios.Tests;

/// <summary>Somebody on the web and an agent at a desk, with the real host and the real simulator between them.</summary>
public sealed class RelayTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly int port = LoopbackPort.Free();
    private DeskSimulator desk = null!;
    private SparkHost host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        foreach (var (name, content) in RelayBot.Files)
        {
            folder.Write(name, content);
        }

        desk = await DeskSimulator.StartAsync(LoopbackPort.Free(), Token);
        host = await StartAsync(RelayBot.Environment(port, desk.Url));
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await desk.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_person_and_an_agent_talk_and_the_conversation_comes_back()
    {
        using var person = await WebChatPerson.StartAsync(host.Url, Token);
        await person.SayAsync("my laptop is on fire", Token);
        await person.SayAsync("help", Token);
        await person.HearAsync(texts => texts.Contains("You are number 1, I wait with you."), Token);
        var conversation = await desk.ConversationAsync(_ => true, Token);
        ((string)conversation["attributes"]!["topic"]!).ShouldBe("laptop");
        conversation["transcript"]!.AsArray().Select(line => (string)line!["text"]!).ShouldContain("my laptop is on fire");

        await person.SayAsync("hurry", Token);
        await desk.ConversationAsync(one => DeskSimulator.Heard(one).Contains("hurry"), Token);
        await desk.ActAsync(conversation, "join", Token);
        await desk.ActAsync(conversation, "say", Token, "Hello, put it out first");
        await person.HearAsync(texts => texts.Contains("Ada: Hello, put it out first"), Token);
        await person.SayAsync("done", Token);
        await desk.ConversationAsync(one => DeskSimulator.Heard(one).SequenceEqual(["hurry", "done"]), Token);

        await desk.ActAsync(conversation, "say", Token, "Good bye");
        await desk.ActAsync(conversation, "close", Token);
        var texts = await person.HearAsync(texts => texts.Contains("Back (closed)."), Token);
        texts.SkipWhile(text => text != "Ada is with you now.").ShouldBe(["Ada is with you now.", "Ada: Hello, put it out first", "Ada: Good bye", "Back (closed)."]);
        await person.SayAsync("the sky is blue", Token);
        await person.HearAsync(texts => texts[^1] == "I heard the sky is blue.", Token);
    }

    [Fact]
    public async Task A_person_leaves_the_queue_and_the_desk_knows()
    {
        using var person = await WebChatPerson.StartAsync(host.Url, Token);
        await person.SayAsync("help", Token);
        await person.HearAsync(texts => texts.Contains("You are number 1, I wait with you."), Token);
        await person.SayAsync("never mind", Token);
        await person.HearAsync(texts => texts.Contains("All right, I took you out of the queue."), Token);
        await desk.ConversationAsync(one => (bool)one["contactLeft"]!, Token);
    }

    [Fact]
    public async Task A_closed_desk_is_answered_by_the_bot()
    {
        await desk.FaultAsync(new JsonObject { ["open"] = false }, Token);
        using var person = await WebChatPerson.StartAsync(host.Url, Token);
        await person.SayAsync("help", Token);
        await person.HearAsync(texts => texts.Contains("No desk: closed."), Token);
    }

    [Fact]
    public async Task A_desk_that_dies_after_it_accepted_gives_the_conversation_back_by_its_deadline()
    {
        await RestartAsync(leaseSeconds: 3);
        using var person = await WebChatPerson.StartAsync(host.Url, Token);
        await person.SayAsync("help", Token);
        await person.HearAsync(texts => texts.Contains("You are number 1, I wait with you."), Token);
        await desk.FaultAsync(new JsonObject { ["dead"] = true }, Token);
        await person.SayAsync("is anybody there?", Token);

        var texts = await person.HearAsync(texts => texts.Contains("Back (silent)."), Token);
        texts.ShouldContain(text => text.StartsWith("I cannot reach the service desk any more", StringComparison.Ordinal));
        await person.SayAsync("the sky is blue", Token);
        await person.HearAsync(texts => texts[^1] == "I heard the sky is blue.", Token);
    }

    [Fact]
    public async Task A_desk_that_lives_keeps_its_conversation_however_long_nobody_speaks()
    {
        await RestartAsync(leaseSeconds: 6);
        using var person = await WebChatPerson.StartAsync(host.Url, Token);
        await person.SayAsync("help", Token);
        await person.HearAsync(texts => texts.Contains("You are number 1, I wait with you."), Token);
        var conversation = await desk.ConversationAsync(_ => true, Token);
        await desk.ActAsync(conversation, "join", Token);

        // One that had not answered the first time would not be asked a second time.
        await desk.ConversationAsync(one => (int)one["asked"]! > 1, Token);
        await desk.ActAsync(conversation, "say", Token, "still here");
        var texts = await person.HearAsync(texts => texts.Contains("Ada: still here"), Token);
        texts.ShouldNotContain(text => text.StartsWith("Back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Webhooks_that_are_not_signed_change_nothing()
    {
        using var http = new HttpClient { BaseAddress = host.Url };
        using var body = new StringContent("""{"eventId":"e","conversation":"d-0001","type":"message","text":"x"}""");
        using var response = await http.PostAsync(new Uri("/connections/helpers", UriKind.Relative), body, Token);
        ((int)response.StatusCode).ShouldBe(401);
        using var nobody = await http.GetAsync(new Uri("/connections/nobody", UriKind.Relative), Token);
        ((int)nobody.StatusCode).ShouldBe(404);
    }

    private async Task RestartAsync(int leaseSeconds)
    {
        await host.DisposeAsync();
        host = await StartAsync(RelayBot.Environment(port, desk.Url, leaseSeconds));
    }

    private Task<SparkHost> StartAsync(string environment) =>
        SparkHost.StartAsync(folder.Write("environment.yaml", environment), folder.Path("data"), port, Token, folder.Path("bots"));
}
