using System.Net;
using System.Text.Json;
using Spark.Cockpit.Access;
using Spark.Cockpit.Tests.Support;
using Spark.Engine.Conversations;
using Spark.Runtime.Accounts;
using Spark.Runtime.Turns;

namespace Spark.Cockpit.Tests.Episodes;

public sealed class EpisodeApiTests
{
    private static readonly DateTimeOffset Began = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Conversations_are_listed_filtered_counted_and_taken_along()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        await StoredConversation.WriteAsync(server, "a", new() { Number = 1, Bot = "b", Version = "1", Began = Began, Ended = Began, Outcome = EpisodeOutcome.Escalated, Ticket = "INC1" }, "=HYPERLINK(\"x\")");
        await StoredConversation.WriteAsync(server, "b", new() { Number = 1, Bot = "b", Version = "1", Began = Began.AddHours(1) }, "<script>alert(1)</script>");
        using var browser = await server.SignInAsync(Role.Reader, Cancelled);

        var all = await JsonAsync(browser, "/api/admin/episodes");
        var found = await JsonAsync(browser, "/api/admin/episodes?q=inc1&state=completed&outcome=escalated&channel=web&bot=b&from=2026-11-20T00:00:00Z");
        var counts = await JsonAsync(browser, "/api/admin/episodes/counts?stretch=hour");
        var table = await browser.GetStringAsync("/api/admin/episodes/export", Cancelled);

        all.GetProperty("episodes").EnumerateArray().Select(one => one.GetProperty("conversationId").GetString()).ShouldBe(["b", "a"]);
        var only = found.GetProperty("episodes").EnumerateArray().ShouldHaveSingleItem();
        (only.GetProperty("ticket").GetString(), only.GetProperty("isOpen").GetBoolean()).ShouldBe(("INC1", false));
        (counts.GetProperty("total").GetProperty("escalated").GetInt64(), counts.GetProperty("total").GetProperty("open").GetInt64()).ShouldBe((1, 1));
        counts.GetProperty("stretches").GetArrayLength().ShouldBe(2);
        var lines = table.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3);
        lines[2].ShouldContain("\"'=HYPERLINK(\"\"x\"\")\"");
        (await browser.GetAsync("/api/admin/episodes?outcome=lost", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.GetAsync("/api/admin/episodes?before=nowhere", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Who_reads_a_transcript_is_named_once_a_while_and_found_again()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        await StoredConversation.WriteAsync(server, "c1", new() { Number = 1, Bot = "b", Version = "1", Began = Began }, "Ada");
        using var agent = await server.SignInAsync(Role.SupportAgent, Cancelled);
        using var administrator = await server.SignInAsync(Role.Administrator, Cancelled);
        foreach (var reader in new[] { agent, agent, administrator, agent })
        {
            (await reader.GetAsync("/api/admin/conversation/transcript?address=web/c1", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await reader.GetAsync("/api/admin/conversation?address=web/c1", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        var entries = (await JsonAsync(administrator, "/api/admin/audit?q=TRANSCRIPT.")).GetProperty("entries").EnumerateArray().ToList();
        entries.Select(entry => (entry.GetProperty("actor").GetString(), entry.GetProperty("subject").GetString()))
            .ShouldBe([("account:administrator", ConversationKey.Of("web", "c1").ToString()), ("account:supportagent", ConversationKey.Of("web", "c1").ToString())]);
        (await JsonAsync(administrator, "/api/admin/audit?q=transcript.&until=2020-01-01T00:00:00Z")).GetProperty("entries").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Who_sees_to_some_bots_finds_theirs_and_nothing_of_others()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        await StoredConversation.WriteAsync(server, "mine", new() { Number = 1, Bot = "mine", Version = "1", Began = Began }, "Ada");
        await StoredConversation.WriteAsync(server, "theirs", new() { Number = 1, Bot = "theirs", Version = "1", Began = Began }, "Bob");
        using var agent = await server.SignInAsync(Role.SupportAgent, Cancelled, bots: ["mine"]);
        using var script = await server.ScriptAsync([Right.SeeConversations, Right.ReadTranscripts], ["mine"], Cancelled);
        var theirs = ConversationKey.Of("web", "theirs");
        foreach (var client in new[] { agent, script })
        {
            foreach (var list in new[] { "episodes", "conversations", "conversations?state=inProgress", "episodes/export", "episodes?bot=theirs" })
            {
                var text = await client.GetStringAsync($"/api/admin/{list}", Cancelled);
                text.Contains("mine", StringComparison.Ordinal).ShouldBe(!list.EndsWith("theirs", StringComparison.Ordinal), list);
                text.ShouldNotContain("theirs", customMessage: list);
                text.ShouldNotContain(theirs.ToString(), customMessage: list);
            }

            (await JsonAsync(client, "/api/admin/episodes/counts")).GetProperty("total").GetProperty("open").GetInt64().ShouldBe(1);
            foreach (var path in new[] { "conversation?address=", "conversation/transcript?address=", "conversation/record?address=", "live?address=" })
            {
                (await client.GetAsync($"/api/admin/{path}web/theirs", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
                (await client.GetAsync($"/api/admin/{path}{theirs}", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
            }

            (await client.GetAsync($"/api/admin/conversation/why?effect={theirs}-1-0", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await client.GetAsync("/api/admin/conversation?address=web/mine", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await client.GetAsync("/api/admin/conversation/transcript?address=web/mine", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        foreach (var path in new[] { $"outbox/{theirs}-1-0/retry", $"outbox/{theirs}-1-0/drop", $"conversation/release?address={theirs}" })
        {
            (await agent.PostAsync($"/api/admin/{path}", new StringContent("{\"reason\":\"x\"}", System.Text.Encoding.UTF8, "application/json"), Cancelled))
                .StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    private static async Task<JsonElement> JsonAsync(HttpClient client, string path) =>
        JsonElement.Parse(await client.GetStringAsync(path, Cancelled));
}
