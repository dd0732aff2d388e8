using System.Text.Json.Nodes;
using Spark.Scenarios.Tests.Support;
using Spark.Tests;

namespace Spark.Scenarios.Tests.Sparkcentral;

/// <summary>The acceptance scenarios of the Sparkcentral contract (§6.6), in both wire profiles.</summary>
public sealed class AcceptanceTests(SparkcentralDesks desks) : IClassFixture<SparkcentralDesks>
{
    private const string Farewell = "Let me get you a human.";

    public static TheoryData<string> Profiles => ["classic2019", "inbox2"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task S1_hello_is_answered_over_the_rest_api(string profile)
    {
        var desk = await desks.OfAsync(profile);
        var conversation = await desk.WriteAsync("one two");
        (await desk.RepliesAsync(conversation, 1)).ShouldBe(["I heard one two."]);
        (await desk.DeliveriesAsync(conversation, "&waitForEnded=2")).ShouldAllBe(delivery => (string)delivery!["attempts"]![0]!["responseBody"]! == "{}");
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task S1_hello_is_answered_in_the_response(string profile)
    {
        await using var desk = await SparkcentralDesk.StartAsync(profile, withRest: false);
        var conversation = await desk.WriteAsync("one two");
        (await desk.RepliesAsync(conversation, 1)).ShouldBe(["I heard one two."]);
        (await desk.CallsAsync(conversation)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task S2_a_reply_with_an_attachment_is_uploaded_and_then_sent(string profile)
    {
        var desk = await desks.OfAsync(profile);
        var conversation = await desk.WriteAsync("show me a picture");
        (await desk.RepliesAsync(conversation, 1)).ShouldBe(["Here it is."]);
        var upload = (await desk.CallsAsync(conversation, "upload")).ShouldHaveSingleItem()!;
        ((string)upload["method"]!, (int)upload["status"]!).ShouldBe(("PUT", 200));
        var view = await desk.ShowAsync(conversation);
        var message = view["messages"]!.AsArray().Single(message => (string)message!["from"]! == "virtual-agent")!;
        ((string)message["attachment"]!["fileName"]!).ShouldEndWith("-page.css");
        (await desk.CallsAsync(conversation)).ShouldHaveSingleItem();
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task S3_a_handover_leaves_with_its_farewell_and_the_bot_is_silent(string profile)
    {
        var desk = await desks.OfAsync(profile);
        var conversation = await desk.WriteAsync("talk to a human");
        var queued = await desk.Simulator.InQueueAsync(conversation, "NEW", Token);
        queued["owner"].ShouldBeNull();
        (await desk.RepliesAsync(conversation, 1)).ShouldBe([Farewell]);
        (await desk.CallsAsync(conversation)).Count.ShouldBe(1, "the farewell and the handover are one call");

        var deliveries = (await desk.DeliveriesAsync(conversation)).Count;
        await desk.WriteAsync("hello?", conversation);
        var other = await desk.WriteAsync("one two");
        await desk.RepliesAsync(other, 1);
        (await desk.DeliveriesAsync(conversation)).Count.ShouldBe(deliveries, "no webhook");
        (await desk.RepliesAsync(conversation, 0)).Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task S4_after_its_end_the_contact_begins_anew(string profile)
    {
        var desk = await desks.OfAsync(profile);
        var conversation = await desk.WriteAsync("talk to a human");
        await desk.Simulator.InQueueAsync(conversation, "NEW", Token);
        await desk.HumanAsync(conversation, "resolve");
        var again = await desk.WriteAsync("one two", conversation);
        again.ShouldNotBe(conversation);
        (await desk.RepliesAsync(again, 1)).ShouldBe(["I heard one two."]);
        (await desk.DeliveriesAsync(again)).Select(delivery => (string)delivery!["type"]!).ShouldBe(["CONVERSATION_STARTED", "INBOUND_MESSAGE_RECEIVED"]);
    }

    [Theory]
    [InlineData("classic2019")]
    [InlineData("inbox2")]
    public async Task S4_holds_where_the_id_is_used_again(string profile)
    {
        await using var desk = await SparkcentralDesk.StartAsync(profile);
        using var http = new HttpClient { BaseAddress = desk.Simulator.Url };
        using var body = new StringContent("""{"reopen":"SameId"}""", System.Text.Encoding.UTF8, "application/json");
        (await http.PutAsync(new Uri("/__sim/settings", UriKind.Relative), body, Token)).IsSuccessStatusCode.ShouldBeTrue();
        var conversation = await desk.WriteAsync("talk to a human");
        await desk.Simulator.InQueueAsync(conversation, "NEW", Token);
        await desk.HumanAsync(conversation, "resolve");

        // People take longer than the call that handed them the conversation takes to come back.
        await Task.Delay(TimeSpan.FromSeconds(2), Token);
        (await desk.WriteAsync("one two", conversation)).ShouldBe(conversation);
        (await desk.RepliesAsync(conversation, 2)).ShouldBe([Farewell, "I heard one two."]);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task S5_a_host_that_is_down_is_tried_four_times_and_then_a_human_has_it(string profile)
    {
        await using var desk = await SparkcentralDesk.StartAsync(profile);
        await desk.Host.KillAsync();
        var conversation = await desk.WriteAsync("one two");
        for (var attempts = 1; attempts <= 4; attempts++)
        {
            await desk.DeliveriesAsync(conversation, $"&type=CONVERSATION_STARTED&waitForAttempts={attempts}");
            await desk.AdvanceAsync(3);
        }

        var queued = await desk.Simulator.InQueueAsync(conversation, "NEW", Token);
        queued["owner"].ShouldBeNull();
        (await desk.DeliveriesAsync(conversation, "&type=CONVERSATION_STARTED"))[0]!["attempts"]!.AsArray().Count.ShouldBe(4);
        await desk.RestartAsync();
        await desk.WriteAsync("hello?", conversation);
        (await desk.RepliesAsync(conversation, 0)).ShouldBeEmpty("nobody talks over the agents");
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task S6_a_bot_that_never_answers_loses_the_conversation_after_five_minutes(string profile)
    {
        await using var desk = await SparkcentralDesk.StartAsync(profile);
        var conversation = await desk.WriteAsync("say nothing at all");
        await desk.DeliveriesAsync(conversation, "&waitForEnded=2");
        await desk.AdvanceAsync(200);
        (await desk.ShowAsync(conversation))["owner"].ShouldNotBeNull();
        await desk.AdvanceAsync(110);
        (await desk.Simulator.InQueueAsync(conversation, "NEW", Token))["owner"].ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task S7_an_event_that_is_delivered_again_gets_one_reply(string profile)
    {
        var desk = await desks.OfAsync(profile);
        var conversation = await desk.WriteAsync("one two");
        await desk.RepliesAsync(conversation, 1);
        await desk.FaultAsync("duplicate", new JsonObject { ["conversationId"] = conversation, ["copies"] = 3 });
        await desk.WriteAsync("three", conversation);
        (await desk.RepliesAsync(conversation, 2)).ShouldBe(["I heard one two.", "I heard three."]);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task S8_a_delegated_conversation_is_begun_by_the_bot_and_goes_back_to_its_agent(string profile)
    {
        var desk = await desks.OfAsync(profile);
        var conversation = await desk.WriteAsync("talk to a human");
        await desk.Simulator.InQueueAsync(conversation, "NEW", Token);
        await desk.HumanAsync(conversation, "take");
        await desk.HumanAsync(conversation, "delegate");
        (await desk.RepliesAsync(conversation, 2)).ShouldBe([Farewell, "The bot again."]);
        await desk.WriteAsync("talk to a human", conversation);
        (await desk.RepliesAsync(conversation, 3))[2].ShouldBe(Farewell);
        var back = await desk.Simulator.GetAsync($"/__sim/conversations/{conversation}?waitForOwner=human&timeoutMs=60000", Token);
        ((string)back["owner"]!["name"]!).ShouldBe("Robin");
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task S9_what_is_not_signed_is_refused_and_changes_nothing(string profile)
    {
        var desk = await desks.OfAsync(profile);
        var conversation = await desk.WriteAsync("one two");
        await desk.RepliesAsync(conversation, 1);
        foreach (var signature in (string[])["missing", "wrong", "short", "notHex", "secretAsText"])
        {
            (await desk.DeliverAsync(new() { ["conversationId"] = conversation, ["text"] = "forged", ["signature"] = signature }))[0].Status.ShouldBe(401, signature);
        }

        await desk.WriteAsync("three", conversation);
        (await desk.RepliesAsync(conversation, 2)).ShouldBe(["I heard one two.", "I heard three."]);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task S10_an_expired_token_is_renewed_once_and_the_message_sent_once(string profile)
    {
        await using var desk = await SparkcentralDesk.StartAsync(profile);
        var conversation = await desk.WriteAsync("one two");
        await desk.RepliesAsync(conversation, 1);
        await desk.FaultAsync("expire-tokens", []);
        await desk.WriteAsync("three", conversation);
        (await desk.RepliesAsync(conversation, 2)).ShouldBe(["I heard one two.", "I heard three."]);
        (await desk.CallsAsync(conversation, answered: 3)).Select(call => (int)call!["status"]!).ShouldBe([200, 401, 200]);
        (await desk.Simulator.GetAsync("/__sim/rest-calls?target=token", Token)).AsArray().Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task S11_what_is_not_known_is_taken_and_passed_over(string profile)
    {
        var desk = await desks.OfAsync(profile);
        var conversation = await desk.WriteAsync("one two");
        await desk.RepliesAsync(conversation, 1);
        (await desk.DeliverAsync(new() { ["conversationId"] = conversation, ["type"] = "CONVERSATION_SENTIMENT_CHANGED" })).ShouldBe([(200, "{}")]);
        (await desk.DeliverAsync(new() { ["conversationId"] = conversation, ["text"] = "newer", ["version"] = 2 })).ShouldBe([(200, "{}")]);
        await desk.WriteAsync("three", conversation);
        (await desk.RepliesAsync(conversation, 2)).ShouldBe(["I heard one two.", "I heard three."]);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task S12_a_conversation_of_another_channel_is_unsupported_and_nobody_is_called(string profile)
    {
        await using var desk = await SparkcentralDesk.StartAsync(profile);
        using var person = await WebChatPerson.StartAsync(desk.Host.Url, Token);
        await person.SayAsync("talk to a human", Token);
        await person.HearAsync(texts => texts.Contains("Not from here."), Token);
        (await desk.Simulator.GetAsync("/__sim/rest-calls", Token)).AsArray().ShouldBeEmpty();
    }
}
