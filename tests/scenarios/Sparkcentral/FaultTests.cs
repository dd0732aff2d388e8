using System.Text.Json.Nodes;
using Spark.Scenarios.Tests.Support;

namespace Spark.Scenarios.Tests.Sparkcentral;

/// <summary>Each fault of the Sparkcentral contract (§6.5): nothing is lost, and nothing is said while an agent has the conversation.</summary>
public sealed class FaultTests(SparkcentralDesks desks) : IClassFixture<SparkcentralDesks>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<(SparkcentralDesk Desk, string Conversation)> TalkingAsync(string profile = "classic2019", SparkcentralDesk? own = null)
    {
        var desk = own ?? await desks.OfAsync(profile);
        var conversation = await desk.WriteAsync("zero");
        await desk.RepliesAsync(conversation, 1);
        return (desk, conversation);
    }

    // The second event is on its way, and waits for its answer.
    private static async Task BegunAsync(SparkcentralDesk desk, string conversation)
    {
        while ((await desk.DeliveriesAsync(conversation, "&type=INBOUND_MESSAGE_RECEIVED")) is not [_, { } second] || second["attempts"]!.AsArray().Count == 0)
        {
            await Task.Delay(20, Token);
        }
    }

    // Whatever came before: the bot still hears, and has said nothing else.
    private static async Task AnswersStillAsync(SparkcentralDesk desk, string conversation, params string[] said)
    {
        await desk.WriteAsync("last", conversation);
        string[] all = ["I heard zero.", .. said, "I heard last."];
        (await desk.RepliesAsync(conversation, all.Length)).ShouldBe(all);
    }

    [Theory]
    [InlineData("classic2019")]
    [InlineData("mixed")]
    [InlineData("inbox2")]
    public async Task Copies_at_once_are_one_message(string profile)
    {
        var (desk, conversation) = await TalkingAsync(profile);
        var answers = await desk.DeliverAsync(new() { ["conversationId"] = conversation, ["text"] = "one", ["copies"] = 4 });
        answers.ShouldAllBe(answer => answer.Status == 200);
        await AnswersStillAsync(desk, conversation, "I heard one.");
    }

    [Fact]
    public async Task Messages_in_the_wrong_order_are_both_heard()
    {
        var (desk, conversation) = await TalkingAsync();
        await desk.DeliverAsync(new() { ["conversationId"] = conversation, ["text"] = "two", ["timestampOffsetSeconds"] = 1 });
        await desk.DeliverAsync(new() { ["conversationId"] = conversation, ["text"] = "one" });
        await AnswersStillAsync(desk, conversation, "I heard two.", "I heard one.");
    }

    [Theory]
    [InlineData("Fresh")]
    [InlineData("Same")]
    public async Task A_host_that_is_too_slow_gets_the_event_again_and_hears_it_once(string stamp)
    {
        // Its clock is moved.
        await using var own = await SparkcentralDesk.StartAsync("classic2019");
        var (desk, conversation) = await TalkingAsync(own: own);
        using (var http = new HttpClient { BaseAddress = desk.Simulator.Url })
        using (var body = new StringContent($$"""{"retryTimestamp":"{{stamp}}"}""", System.Text.Encoding.UTF8, "application/json"))
        {
            (await http.PutAsync(new Uri("/__sim/settings", UriKind.Relative), body, Token)).IsSuccessStatusCode.ShouldBeTrue();
        }

        await desk.Host.SignalAsync("STOP");
        await desk.WriteAsync("one", conversation);
        await BegunAsync(desk, conversation);
        await desk.AdvanceAsync(11);
        await desk.Host.SignalAsync("CONT");
        await desk.AdvanceAsync(1);
        (await desk.DeliveriesAsync(conversation, "&type=INBOUND_MESSAGE_RECEIVED&waitForEnded=2"))[1]!["attempts"]!.AsArray().Count.ShouldBeGreaterThan(1);
        await AnswersStillAsync(desk, conversation, "I heard one.");
    }

    [Fact]
    public async Task Upper_case_digits_of_a_signature_are_right_and_a_stale_stamp_is_not()
    {
        var (desk, conversation) = await TalkingAsync();
        (await desk.DeliverAsync(new() { ["conversationId"] = conversation, ["text"] = "one", ["signature"] = "upperCase" }))[0].Status.ShouldBe(200);
        (await desk.DeliverAsync(new() { ["conversationId"] = conversation, ["text"] = "old", ["timestampOffsetSeconds"] = -301 }))[0].Status.ShouldBe(401);
        (await desk.DeliverAsync(new() { ["conversationId"] = conversation, ["text"] = "not yet old", ["timestampOffsetSeconds"] = -200 }))[0].Status.ShouldBe(200);
        await AnswersStillAsync(desk, conversation, "I heard one.", "I heard not yet old.");
    }

    [Fact]
    public async Task Fields_that_are_new_missing_or_null_hurt_nobody()
    {
        var desk = await desks.OfAsync("classic2019");
        var sent = await desk.Simulator.PostAsync(
            "/__sim/messages", new JsonObject { ["text"] = "zero", ["contact"] = new JsonObject { ["name"] = "Ada", ["nullAttributes"] = true } }, Token);
        var conversation = (string)sent["conversationId"]!;
        (await desk.RepliesAsync(conversation, 1)).ShouldBe(["I heard zero."]);
        (await desk.DeliverAsync(new() { ["conversationId"] = conversation, ["text"] = "one", ["extraFields"] = true })).ShouldBe([(200, "{}")]);
        await AnswersStillAsync(desk, conversation, "I heard one.");
    }

    [Fact]
    public async Task A_message_without_text_is_answered_as_not_understood()
    {
        var (desk, conversation) = await TalkingAsync();
        (await desk.DeliverAsync(new() { ["conversationId"] = conversation })).ShouldBe([(200, "{}")]);
        (await desk.DeliverAsync(new() { ["conversationId"] = conversation, ["text"] = "" })).ShouldBe([(200, "{}")]);
        (await desk.RepliesAsync(conversation, 3)).Skip(1).ShouldAllBe(reply => reply.StartsWith("I heard", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_of_a_conversation_whose_start_was_missed_is_answered()
    {
        var (desk, conversation) = await TalkingAsync();
        (await desk.DeliverAsync(new() { ["conversationId"] = "0-missed", ["text"] = "one" })).ShouldBe([(200, "{}")]);
        var calls = await desk.Simulator.GetAsync("/__sim/rest-calls?conversationId=0-missed&waitFor=1&timeoutMs=60000", Token);
        ((int)calls.AsArray()[0]!["status"]!).ShouldBe(404, "the simulator does not know it, and we have tried");
        await AnswersStillAsync(desk, conversation);
    }

    [Fact]
    public async Task An_agent_who_takes_it_silently_is_not_talked_over()
    {
        var (desk, conversation) = await TalkingAsync();
        await desk.FaultAsync("hold", new() { ["target"] = "manipulate" });
        await desk.WriteAsync("one", conversation);
        await desk.Simulator.GetAsync("/__sim/faults/held?target=manipulate&waitFor=1&timeoutMs=60000", Token);
        await desk.HumanAsync(conversation, "take");
        await desk.FaultAsync("release", new() { ["target"] = "manipulate" });
        var calls = await desk.Simulator.GetAsync($"/__sim/rest-calls?conversationId={conversation}&target=manipulate&waitFor=2&timeoutMs=60000", Token);
        calls.AsArray().Select(call => (int)call!["status"]!).ShouldBe([200, 404]);
        await desk.HumanAsync(conversation, "delegate");
        (await desk.RepliesAsync(conversation, 2)).ShouldBe(["I heard zero.", "I heard ."], "what was lost is not said later");
    }

    [Theory]
    [InlineData(503)]
    [InlineData(502)]
    [InlineData(429)]
    public async Task What_can_pass_by_itself_is_tried_again(int status)
    {
        var (desk, conversation) = await TalkingAsync();
        await desk.FaultAsync("status", new() { ["target"] = "manipulate", ["status"] = status, ["times"] = 2 });
        await AnswersStillAsync(desk, conversation);
        (await desk.CallsAsync(conversation, answered: 4)).Select(call => (int)call!["status"]!).ShouldBe([200, status, status, 200]);
    }

    [Fact]
    public async Task A_call_that_was_taken_and_not_answered_is_repeated_once()
    {
        var (desk, conversation) = await TalkingAsync();
        await desk.FaultAsync("status", new() { ["target"] = "manipulate", ["status"] = 500, ["moment"] = "after" });
        await desk.WriteAsync("one", conversation);

        // A doubled line is better than silence: the API has no key by which the first could be known.
        (await desk.RepliesAsync(conversation, 3)).ShouldBe(["I heard zero.", "I heard one.", "I heard one."]);
    }

    [Fact]
    public async Task A_handover_that_was_taken_and_not_answered_is_asked_for_and_not_repeated()
    {
        var (desk, conversation) = await TalkingAsync();
        await desk.FaultAsync("status", new() { ["target"] = "manipulate", ["status"] = 500, ["moment"] = "after" });
        await desk.WriteAsync("talk to a human", conversation);
        await desk.Simulator.InQueueAsync(conversation, "NEW", Token);
        var calls = await desk.Simulator.GetAsync($"/__sim/rest-calls?conversationId={conversation}&target=manipulate&waitFor=3&timeoutMs=60000", Token);
        calls.AsArray().Select(call => (int)call!["status"]!).ShouldBe([200, 500, 404]);
        (await desk.RepliesAsync(conversation, 0)).ShouldBe(["I heard zero.", "Let me get you a human."]);
    }

    [Fact]
    public async Task A_new_shared_secret_is_awaited_with_401()
    {
        await using var desk = await SparkcentralDesk.StartAsync("classic2019", ", maxSkewSeconds: 0");
        using var http = new HttpClient { BaseAddress = desk.Host.Url };
        var body = Webhook.Message("c", "x", "k", TimeProvider.System.GetUtcNow());
        (await Webhook.PostAsync(http, body, null, Token)).Status.ShouldBe(401);
        (await Webhook.PostAsync(http, body, null, Token, Webhook.Path + "/crm")).Status.ShouldBe(401, "no write-back secret was set");
    }
}
