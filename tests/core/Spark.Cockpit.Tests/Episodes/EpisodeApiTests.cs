using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Spark.Channels;
using Spark.Cockpit.Tests.Support;
using Spark.Engine.Conversations;
using Spark.Runtime.Accounts;
using Spark.Runtime.Nodes;
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
        await WriteAsync(server, "a", new() { Number = 1, Bot = "b", Version = "1", Began = Began, Ended = Began, Outcome = EpisodeOutcome.Escalated, Ticket = "INC1" }, "=HYPERLINK(\"x\")");
        await WriteAsync(server, "b", new() { Number = 1, Bot = "b", Version = "1", Began = Began.AddHours(1) }, "<script>alert(1)</script>");
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

    private static async Task<JsonElement> JsonAsync(HttpClient client, string path) =>
        JsonElement.Parse(await client.GetStringAsync(path, Cancelled));

    private static async Task WriteAsync(CockpitServer server, string conversation, Episode episode, string person)
    {
        var store = server.Services.GetRequiredService<IConversationStore>();
        var revision = (await store.LoadAsync(default, [], Cancelled)).Revision;
        var outcome = await store.CommitAsync(
            new()
            {
                Key = ConversationKey.Of("web", conversation),
                Instance = "web",
                ExternalId = conversation,
                ExpectedSequence = 0,
                State = new() { Sequence = 1, Language = "en", Person = new() { Id = conversation, Name = person }, Episode = episode },
                Event = new InboundReceived
                {
                    At = episode.Began,
                    Seed = 1,
                    Channel = "test",
                    ChannelInstance = "web",
                    Inbound = new ConversationStarted { ConversationId = conversation, Keys = ["k"] },
                },
                Cause = 1,
                Keys = [new("web", "k")],
                Effects = [],
                Episodes = [episode],
                Node = await server.Services.GetRequiredService<Node>().GetIdAsync(Cancelled),
                Revision = revision,
            },
            Cancelled);
        outcome.Status.ShouldBe(CommitStatus.Committed);
    }
}
