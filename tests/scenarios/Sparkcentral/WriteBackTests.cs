using System.Text;
using System.Text.Json.Nodes;
using Spark.Scenarios.Tests.Support;
using Spark.Tests;

namespace Spark.Scenarios.Tests.Sparkcentral;

/// <summary>What Sparkcentral writes back to a CRM closes the conversation at our side.</summary>
public sealed class WriteBackTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Resolved(string conversation, string key) => new JsonObject
    {
        ["timestamp"] = "2026-01-01T00:00:00Z",
        ["idempotencyKey"] = key,
        ["version"] = 1,
        ["type"] = "CONVERSATION_RESOLVED",
        ["data"] = new JsonObject
        {
            ["conversation"] = new JsonObject { ["id"] = conversation, ["createdAt"] = "2026-01-01T00:00:00Z" },
            ["agent"] = new JsonObject { ["firstName"] = "Ada", ["lastName"] = "Byron" },
            ["messages"] = new JsonArray(
                new JsonObject { ["id"] = "1", ["direction"] = "OUTBOUND", ["text"] = "Turn it off and on." },
                new JsonObject { ["id"] = "2", ["direction"] = "INBOUND", ["text"] = "It works!" }),
        },
    }.ToJsonString();

    [Fact]
    public async Task An_end_at_the_desk_closes_the_conversation_and_its_next_start_opens_it()
    {
        await using var desk = await SparkcentralDesk.StartAsync("classic2019", $", writeBackSecret: \"{Simulator.Secret}\"");
        var conversation = await desk.WriteAsync("talk to a human");
        await desk.Simulator.InQueueAsync(conversation, "NEW", Token);

        var body = Resolved(conversation, "wb-1");
        var signature = Webhook.Sign(Encoding.UTF8.GetBytes(body));
        (await Webhook.PostAsync(desk.Host.Http, body, signature, Token, Webhook.Path + "/crm")).ShouldBe((200, "{}"));
        (await Webhook.PostAsync(desk.Host.Http, body, signature, Token, Webhook.Path + "/crm")).ShouldBe((200, "{}"), "it comes again");
        (await Webhook.PostAsync(desk.Host.Http, Resolved("never-ours", "wb-2"), Webhook.Sign(Encoding.UTF8.GetBytes(Resolved("never-ours", "wb-2"))), Token, Webhook.Path + "/crm")).Status.ShouldBe(200);

        await desk.HumanAsync(conversation, "take");
        await desk.HumanAsync(conversation, "delegate");
        (await desk.RepliesAsync(conversation, 2))[1].ShouldStartWith("I heard");
    }

    [Fact]
    public async Task Buttons_are_shortcodes_where_the_messenger_shows_them()
    {
        await using var desk = await SparkcentralDesk.StartAsync("mixed", ", shortcodes: true");
        var conversation = await desk.WriteAsync("what are my options");
        var menu = (await desk.RepliesAsync(conversation, 1))[0];
        menu.ShouldContain("%[Our site](https://example.com/)");
        menu.ShouldContain("%[Show the picture](reply:");
        var payload = menu.Split("(reply:")[1].Split(')')[0];
        await desk.Simulator.PostAsync("/__sim/messages", new JsonObject { ["conversationId"] = conversation, ["text"] = "Show the picture", ["payload"] = payload }, Token);
        (await desk.RepliesAsync(conversation, 2))[1].ShouldBe("Here it is.");
    }
}
