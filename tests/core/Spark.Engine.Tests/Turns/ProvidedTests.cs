using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Engine.Tests.Support;
using Spark.Engine.Turns;
using Spark.Messages;
using Spark.Channels;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>What an understanding provider said of a message before its turn.</summary>
public sealed class ProvidedTests
{
    private static readonly Bot Bot = Read(
        BotFile(
            "{ device: { type: choice, values: [laptop, phone] }, pin: { type: text, sensitive: true }, colour: { type: text } }",
            more: "understanding: { provider: nlu, within: 1500ms, threshold: 0.6 }",
            connections: "nlu: { plugin: model }"),
        Dialog("start", "- { id: hello, say: Hi. }"),
        Dialog("printer", "- { id: p, say: Printers. }", "trigger: { intents: [printer] }"),
        Dialog("broken", "- { id: b, say: 'Your {device}.' }", "trigger: { intents: [broken] }"),
        Dialog("secret", "- { id: s, ask: Your PIN?, into: pin, interrupt: [printer] }", "trigger: { intents: [secret] }"),
        Dialog("paint", "- { id: c, ask: Which colour?, into: colour }", "trigger: { intents: [paint] }"),
        ("intents.yaml", """
            printer:
              en: [my printer is broken, the printer does not work, there is a problem with the printer]
            broken:
              en: ["my {device} fell down", "the screen of my {device} is black", it fell on the floor]
            secret:
              en: [change my pin]
            paint:
              en: [paint it]
            """));

    [Fact]
    public void Its_intent_leads_and_its_values_are_read_by_their_types()
    {
        var said = new Understood
        {
            Connection = "nlu", Intent = "broken", Confidence = 0.8, Entities = new Dictionary<string, string>(StringComparer.Ordinal) { ["device"] = "Laptop", ["pin?"] = "x" },
        };
        var chat = new Chat(Bot).Begin().Say("the thing on my desk has had it", said);
        chat.Said.ShouldBe(["Your laptop."]);
        chat.State.Intent.ShouldBe("broken");
        chat.State.Score.ShouldBe(0.8);
    }

    [Fact]
    public void An_example_of_the_bot_goes_before_it() =>
        new Chat(Bot).Begin().Say("my printer is broken", Says("broken", 1)).Said.ShouldBe(["Printers."]);

    [Fact]
    public void Below_the_threshold_and_for_none_nothing_is_understood()
    {
        var chat = new Chat(Bot).Begin();
        chat.Say("the printer is broken again", Says("printer", 0.5)).State.Misses.ShouldBe(1);
        chat.Say("the printer is broken again", Says(null, 0.9)).State.Misses.ShouldBe(2);
    }

    [Fact]
    public void Without_its_answer_and_for_an_intent_that_it_made_up_the_bot_decides_itself()
    {
        var failed = new Understood { Connection = "nlu", Failure = "It was too late." };
        new Chat(Bot).Begin().Say("the printer is broken again", failed).Said.ShouldBe(["Printers."]);
        new Chat(Bot).Begin().Say("the printer is broken again", Says("coffee", 1)).Said.ShouldBe(["Printers."]);
    }

    [Fact]
    public void The_same_event_from_the_store_gives_the_same_bytes()
    {
        var chat = new Chat(Bot).Begin().Say("it is on fire", Says("printer", 0.9) with { Prompt = "a prompt", Answer = "an answer" });
        var stored = ConversationJson.ReadEvent(ConversationJson.Write(chat.Happened));
        ((InboundReceived)stored).Understood.ShouldNotBeNull().Prompt.ShouldBe("a prompt");
        var again = DialogEngine.Run(Bot, chat.Before, stored);
        ConversationJson.Write(again.State).ShouldBe(ConversationJson.Write(chat.Last.State));
    }

    [Fact]
    public void It_is_asked_about_what_the_examples_do_not_settle()
    {
        var asked = Question("it is on fire").ShouldNotBeNull();
        asked.Text.ShouldBe("it is on fire");
        asked.Language.ShouldBe("en");
        var broken = asked.Intents.Single(intent => intent.Name == "broken");
        broken.Examples.Count.ShouldBe(3);
        broken.Entities.ShouldBe(["device"]);
    }

    [Theory]
    [InlineData("my printer is broken")]
    [InlineData("2")]
    [InlineData("!?")]
    public void It_is_not_asked_about_what_is_clear_or_no_words(string text) => Question(text).ShouldBeNull();

    [Fact]
    public void It_is_not_asked_about_a_button() =>
        UnderstandingQuestion.Of(Bot, new Chat(Bot).Begin().State, Received(Message("it is on fire") with { ChoiceToken = "x" })).ShouldBeNull();

    [Fact]
    public void It_is_not_asked_about_an_answer_that_no_intent_may_break_into_or_that_is_secret()
    {
        var paint = new Chat(Bot).Begin().Say("paint it");
        UnderstandingQuestion.Of(Bot, paint.State, Received(Message("a dark green"))).ShouldBeNull();
        var secret = new Chat(Bot).Begin().Say("change my pin");
        UnderstandingQuestion.Of(Bot, secret.State, Received(Message("my pin is hush"))).ShouldBeNull();
    }

    private static Understood Says(string? intent, double confidence) => new() { Connection = "nlu", Intent = intent, Confidence = confidence };

    private static Spark.Understanding.UnderstandingRequest? Question(string text) =>
        UnderstandingQuestion.Of(Bot, new Chat(Bot).Begin().State, Received(Message(text)));

    private static MessageReceived Message(string text) => new() { ConversationId = "c", Keys = ["k"], MessageId = "k", Parts = [new TextPart(text)] };

    private static InboundReceived Received(InboundEvent inbound) =>
        new() { At = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero), Seed = 1, Channel = "terminal", ChannelInstance = "here", Inbound = inbound };
}
