using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Engine.Tests.Support;
using Spark.Messages;
using Spark.Offload;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>A conversation that was had elsewhere goes on here: it begins at the triggers, and never speaks for the person.</summary>
public sealed class ForwardingTests
{
    private const string Lost = "Sorry, I did not understand that. Could you say it in other words?";

    private static readonly (string, string)[] Files =
    [
        Dialog("start", "- { id: hello, say: Hi. }"),
        Dialog("wifi", "- { id: w, say: Use Acme-Guest. }", "trigger: { intents: [wifi] }"),
        Dialog("where", "- { id: from, say: \"{sys.handoff.from}, {sys.handoff.source}, {sys.handoff.metadata.ticket}, {sys.handoff.timeZone}, {sys.localNow}, {sys.text}, {sys.messageType}, {sys.handoff.files[0].name}\" }", "trigger: { intents: [where] }"),
        ("intents.yaml", "wifi:\n  en: [wifi]\nwhere:\n  en: [where from]\nmoving:\n  en: [\"I move to {place}\"]\n"),
    ];

    [Fact]
    public void It_is_introduced_and_begins_at_the_triggers_in_an_episode_of_its_own()
    {
        var chat = Chat("").Forward("wifi");
        Cards(chat).ShouldBe(["Ask Me has handed your conversation over to me. You asked:\nwifi"]);
        chat.Said.ShouldBe(["", "Use Acme-Guest."]);
        chat.State.Episode!.Number.ShouldBe(1);
        chat.State.Intent.ShouldBe("wifi");
        chat.Forward("qwertz", source: "Other").Said.ShouldBe(["", Lost]);
    }

    [Fact]
    public void Two_bots_that_hand_over_to_each_other_end()
    {
        var chat = Chat("");
        for (var forwarded = 0; forwarded < 11; forwarded++)
        {
            chat.Forward("wifi").Said.ShouldBe(["", "Use Acme-Guest."]);
        }

        chat.Forward("wifi").Said.ShouldHaveSingleItem().ShouldStartWith("These messages look like automatic answers");
        chat.Forward("wifi").Said.ShouldBeEmpty();
        chat.Forward("qwertz").Said.ShouldBe(["", Lost]);
    }

    [Fact]
    public void A_first_text_without_a_trigger_is_greeted_as_any_first_text() =>
        Chat("").Forward("qwertz").Said.ShouldBe(["", "Hi."]);

    [Fact]
    public void The_card_shows_no_mark_up_of_what_others_send()
    {
        var card = Chat("").Forward("[reset your password](https://evil.example)").Messages[0].Parts.OfType<CardPart>().Single().Card;
        card.GetProperty("body").EnumerateArray().Select(block => block.GetProperty("type").GetString()).ShouldAllBe(type => type == "RichTextBlock");
        card.GetRawText().ShouldContain("[reset your password](https://evil.example)");
    }

    [Fact]
    public void A_long_text_is_repeated_only_in_part()
    {
        var card = Cards(Chat("").Forward(new string('a', 499) + "\U0001F600b")).Single();
        card.ShouldEndWith(new string('a', 499) + "…");
    }

    [Fact]
    public void What_came_along_can_be_read_by_the_bot()
    {
        var chat = Chat("").Run(new ConversationForwarded
        {
            ConversationId = "c",
            Keys = ["f"],
            ChannelInstance = "here",
            Source = "Ask Me",
            Parts = [new TextPart("where from"), new FilePart("image-1.png", "image/png", new Uri("https://spark.example/files/x"))],
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["source"] = "intranet", ["ticket"] = "INC7", ["from"] = "somebody else" },
            TimeZone = "Europe/Zurich",
            Person = new() { Id = "u-1", Name = "Jo" },
        });
        chat.Said[1].ShouldBe("Ask Me, intranet, INC7, Europe/Zurich, 2026-03-02T10:00:00+01:00, where from, handoff, image-1.png");
        Cards(chat).Single().ShouldEndWith("where from\nimage-1.png");
    }

    [Fact]
    public void What_the_channel_told_of_the_person_stays()
    {
        var chat = Chat("");
        chat.Person = new() { Id = "u-1", Name = "Jo", Email = "jo@acme.com", TimeZone = "Asia/Tokyo" };
        chat.Begin();
        chat.Run(new ConversationForwarded
        {
            ConversationId = "c", Keys = ["f"], ChannelInstance = "here", Source = "Ask Me", Parts = [new TextPart("where from")], TimeZone = "Europe/Zurich",
            Person = new() { Id = "u-1", Name = "Jo Doe" },
        });
        chat.State.Person.ShouldBe(new Person { Id = "u-1", Name = "Jo Doe", Email = "jo@acme.com", TimeZone = "Asia/Tokyo" });
        chat.Said[1].ShouldContain("2026-03-02T18:00:");
    }

    [Fact]
    public void It_belongs_to_its_episode()
    {
        var chat = Chat("").Forward("wifi");
        chat.State.Handoff.ShouldNotBeNull();
        chat.Delegate().State.Handoff.ShouldBeNull();
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("1")]
    [InlineData("Yes")]
    [InlineData("no")]
    [InlineData("stop")]
    public void It_never_answers_a_confirm(string text)
    {
        var chat = Chat("- { id: sure, confirm: Shall I?, otherwise: wifi }\n- { id: g, say: Going. }").Begin();
        var question = chat.State.Waiting;
        chat.Forward(text).Said.ShouldBe(["", "Shall I?"]);
        chat.State.Waiting.ShouldBe(question);
        chat.Say("yes").Said.ShouldBe(["Going."]);
    }

    [Theory]
    [InlineData("red")]
    [InlineData("2")]
    public void It_never_answers_a_question(string text)
    {
        var chat = Chat("- { id: c, ask: Which?, into: color }\n- { id: g, say: \"{color}.\" }").Begin();
        chat.Forward(text).Said.ShouldBe(["", "Which?"]);
        chat.State.Variables.ShouldNotContainKey("color");
        chat.Say("blue").Said.ShouldBe(["blue."]);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("wifi")]
    public void It_never_approves_of_anything(string text)
    {
        var chat = new Chat(Read(
        [
            BotFile("{ color: { type: text }, place: { type: text } }"),
            Dialog("start", "- run: act\n  then:\n    done: { id: d, say: Done. }\n    declined: { id: n, say: Nothing. }"),
            .. Files[1..],
            Action("act", "- id: unlock\n  look-up: x\n  approve: Shall I unlock it?\n  outcomes: { done: result = \"ok\" }\n  otherwise: done"),
        ])).Begin();
        chat.Forward(text).Said[^1].ShouldBe("Shall I unlock it?");
        chat.Last.Effects.OfType<InvokeAction>().ShouldBeEmpty();
        chat.State.Waiting.ShouldBeOfType<WaitingForApproval>();
        chat.Say("yes").Last.Effects.ShouldHaveSingleItem().ShouldBeOfType<InvokeAction>();
    }

    [Fact]
    public void What_it_triggers_is_answered_and_the_open_question_asked_again()
    {
        var chat = Chat("- { id: c, ask: Which?, into: color }\n- { id: g, say: \"{color}.\" }").Begin();
        chat.Forward("wifi").Said.ShouldBe(["", "Use Acme-Guest.", "Which?"]);
        chat.Say("blue").Said.ShouldBe(["blue."]);
    }

    [Fact]
    public void What_is_said_along_with_an_intent_is_no_answer_to_the_open_question()
    {
        (string, string) moving = Dialog("moving", "- { id: m, say: Noted. }", "trigger: { intents: [moving] }");
        var chat = Chat("- { id: p, ask: Where do you sit?, into: place }\n- { id: g, say: \"{place}.\" }", moving).Begin();
        chat.Forward("I move to Ghent").Said.ShouldBe(["", "Noted.", "Where do you sit?"]);
        chat.State.Variables.ShouldNotContainKey("place");
        chat.Say("Bruges").Said.ShouldBe(["Bruges."]);
    }

    [Fact]
    public void It_presses_no_button_of_the_last_menu()
    {
        var chat = Chat("- { id: m, say: Pick., buttons: { wifi: { title: Wifi, goto: wifi } } }").Begin();
        chat.Forward("1").Said.ShouldBe(["", Lost]);
        chat.Forward("Wifi please now").Said[0].ShouldBe("");
    }

    [Fact]
    public void While_an_action_is_under_way_it_waits_as_any_message()
    {
        var chat = Chat("- run: find\n  then:\n    done: { id: d, say: Done. }", Find).Begin();
        chat.Forward("wifi").Last.Effects.ShouldBeEmpty();
        chat.End("ok").Said.ShouldBe(["Done.", "", "Use Acme-Guest."]);
        Cards(chat).ShouldHaveSingleItem().ShouldEndWith("wifi");
        chat.State.Handoff!.From.ShouldBe("Ask Me");
    }

    [Fact]
    public void What_waited_does_not_answer_the_question_that_came_first()
    {
        var chat = Chat("- run: find\n  then:\n    done: { id: d, say: Done. }\n- { id: sure, confirm: Shall I?, otherwise: wifi }\n- { id: g, say: Going. }", Find).Begin();
        chat.Forward("yes").End("ok").Said.ShouldBe(["Done.", "Shall I?", "", "Shall I?"]);
        chat.Say("yes").Said.ShouldBe(["Going."]);
    }

    [Fact]
    public void A_desk_that_holds_the_conversation_is_not_talked_over()
    {
        var chat = Chat("- run: escalate\n  then:\n    queued: { end: resolved }", Action("escalate", "- offload: desk\n  outcomes: { queued: result = \"accepted\" }\n  otherwise: queued"))
            .Begin().Decide(OffloadDecision.Of(OffloadResult.Accepted)).HandOver(succeeded: true);
        chat.State.Owner.ShouldBe(Owner.Provider);
        chat.Forward("wifi").Last.Effects.ShouldBeEmpty();
        chat.State.Owner.ShouldBe(Owner.Provider);
    }

    [Fact]
    public void A_bot_that_is_switched_off_says_so()
    {
        var chat = Chat("");
        chat.IsOff = true;
        chat.Forward("wifi").Said.ShouldBe(["I am switched off at the moment. Please try again later."]);
    }

    private static readonly (string, string) Find = Action("find", "- look-up: x\n  outcomes: { done: result = \"ok\" }\n  otherwise: done");

    private static Chat Chat(string start, params (string, string)[] more)
    {
        (string, string) first = start.Length == 0 ? Files[0] : Dialog("start", start);
        return new(Read([BotFile("{ color: { type: text }, place: { type: text } }"), first, .. Files[1..], .. more]));
    }

    private static IReadOnlyList<string> Cards(Chat chat) =>
        [.. chat.Messages.SelectMany(message => message.Parts).OfType<CardPart>().Select(card => card.FallbackText)];
}
