using System.Text.Json.Nodes;
using Spark.Simulators.Teams.Tests.Support;

namespace Spark.Simulators.Teams.Tests;

public sealed class ConnectorTests : IAsyncLifetime
{
    private const string Chat = "a:1alex-personal";
    private RunningSimulator simulator = null!;

    public async ValueTask InitializeAsync()
    {
        simulator = await RunningSimulator.StartAsync();
        await simulator.ControlAsync("installations", new JsonObject { ["person"] = "alex", ["action"] = "add" });
    }

    public ValueTask DisposeAsync() => simulator.DisposeAsync();

    [Theory]
    [InlineData("wrong", "client_credentials", "https://api.botframework.com/.default", 401, "invalid_client")]
    [InlineData("secret", "password", "https://api.botframework.com/.default", 400, "unsupported_grant_type")]
    [InlineData("secret", "client_credentials", "openid", 400, "invalid_scope")]
    public async Task A_token_is_given_for_the_right_request_only(string secret, string grant, string scope, int status, string error)
    {
        (await simulator.TokenAsync()).Status.ShouldBe(200);

        var refused = await simulator.TokenAsync(secret, grant, scope);

        refused.Status.ShouldBe(status);
        refused.Body["error"]!.GetValue<string>().ShouldBe(error);
    }

    [Fact]
    public async Task A_message_is_seen_by_the_person_and_can_be_changed_and_deleted()
    {
        var (created, body) = await simulator.CallAsync(HttpMethod.Post, $"conversations/{Chat}/activities", Message("Hello"));
        var id = JsonNode.Parse(body)!["id"]!.GetValue<string>();

        ((int)created.StatusCode).ShouldBe(201);
        ((int)(await simulator.CallAsync(HttpMethod.Put, $"conversations/{Chat}/activities/{id}", Message("Changed"))).Response.StatusCode).ShouldBe(200);
        var shown = await simulator.GetAsync("/__sim/conversations?id=alex&replies=1");
        shown["messages"]![0]!["activity"]!["text"]!.GetValue<string>().ShouldBe("Changed");
        shown["messages"]![0]!["updates"]!.GetValue<int>().ShouldBe(1);
        ((int)(await simulator.CallAsync(HttpMethod.Delete, $"conversations/{Chat}/activities/{id}", null)).Response.StatusCode).ShouldBe(200);
        (await simulator.GetAsync("/__sim/conversations?id=alex"))["messages"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("conversations/nowhere/activities", """{"type":"message","text":"x"}""", 404, "ConversationNotFound")]
    [InlineData("conversations/a:1megan-personal/activities", """{"type":"message","text":"x"}""", 403, "BotNotInConversationRoster")]
    [InlineData("conversations/a:1alex-personal/activities", """{"text":"x"}""", 400, "BadSyntax")]
    [InlineData("conversations/a:1alex-personal/activities", """{"type":"message"}""", 400, "BadSyntax")]
    [InlineData("conversations/a:1alex-personal/activities", """{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.6","body":[]}}]}""", 400, "BadSyntax")]
    public async Task What_Teams_refuses_is_refused(string path, string body, int status, string code)
    {
        var (response, answer) = await simulator.CallAsync(HttpMethod.Post, path, (JsonObject)JsonNode.Parse(body)!);

        ((int)response.StatusCode).ShouldBe(status);
        JsonNode.Parse(answer)!["error"]!["code"]!.GetValue<string>().ShouldBe(code);
    }

    [Fact]
    public async Task A_message_above_a_hundred_kilobytes_of_utf16_is_too_large()
    {
        ((int)(await simulator.CallAsync(HttpMethod.Post, $"conversations/{Chat}/activities", Message(new string('x', 50_000)))).Response.StatusCode).ShouldBe(201);

        ((int)(await simulator.CallAsync(HttpMethod.Post, $"conversations/{Chat}/activities", Message(new string('x', 52_000)))).Response.StatusCode).ShouldBe(413);
    }

    [Fact]
    public async Task The_eighth_message_in_a_second_is_one_too_many()
    {
        await using var standing = await RunningSimulator.StartAsync(new StandingClock());
        await standing.ControlAsync("installations", new JsonObject { ["person"] = "alex", ["action"] = "add" });
        var token = (await standing.TokenAsync()).Body["access_token"]!.GetValue<string>();
        var sent = await Task.WhenAll(Enumerable.Range(0, 9).Select(_ => standing.CallAsync(HttpMethod.Post, $"conversations/{Chat}/activities", Message("x"), token)));

        sent.Count(one => (int)one.Response.StatusCode == 201).ShouldBe(7);
        var refused = sent.First(one => (int)one.Response.StatusCode == 429).Response;
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task Without_the_bots_token_nothing_is_done()
    {
        ((int)(await simulator.CallAsync(HttpMethod.Post, $"conversations/{Chat}/activities", Message("x"), "not.a.token")).Response.StatusCode).ShouldBe(401);

        (await simulator.GetAsync("/__sim/conversations?id=alex"))["messages"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Rosters_come_in_pages()
    {
        var (_, first) = await simulator.CallAsync(HttpMethod.Get, "conversations/19:it-help-channel@thread.tacv2;messageid=1795188000000/pagedmembers?pageSize=500", null);
        var further = JsonNode.Parse(first)!["continuationToken"]!.GetValue<string>();
        var (_, second) = await simulator.CallAsync(HttpMethod.Get, $"conversations/19:it-help-channel@thread.tacv2;messageid=1795188000000/pagedmembers?pageSize=500&continuationToken={further}", null);

        JsonNode.Parse(first)!["members"]!.AsArray().Count.ShouldBe(2);
        JsonNode.Parse(second)!["members"]!.AsArray().Count.ShouldBe(2);
        JsonNode.Parse(second)!["continuationToken"].ShouldBeNull();
    }

    private static JsonObject Message(string text) => new() { ["type"] = "message", ["text"] = text };
}
