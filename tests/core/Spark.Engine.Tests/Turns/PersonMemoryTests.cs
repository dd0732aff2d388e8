using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Engine.Tests.Support;
using Spark.Expressions;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>What a bot knows of a person in all their conversations.</summary>
public sealed class PersonMemoryTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Person Jo = new() { Id = "t/jo", Identity = "entra:t/jo", Verified = true };

    private static readonly Bot Bot = Read(
        BotFile("{ desk: { type: text, scope: person }, floor: { type: text, scope: person, keep: 2d }, pin: { type: text, scope: person, sensitive: true }, note: { type: text } }"),
        Dialog("start", "- { id: d, ask: Which desk?, into: desk }\n- { id: s, say: \"Desk {desk}, floor {floor}.\", end: resolved }"),
        Dialog("all", "- set: { floor: '\"3\"', note: '\"x\"', pin: '\"1234\"' }\n- { id: s, say: Set. }", "trigger: { intents: [all] }"),
        Dialog("forget", "- clear: [desk]\n- { id: s, say: Gone. }", "trigger: { intents: [forget] }"),
        ("intents.yaml", "all:\n  en: [set everything]\nforget:\n  en: [forget my desk]\n"));

    [Fact]
    public void What_a_proved_person_tells_leaves_with_the_turn_once()
    {
        var chat = Chat(Jo).Begin();
        chat.Last.Person.ShouldBeNull();

        chat.Say("D-7");

        var write = chat.Last.Person.ShouldNotBeNull();
        (write.Person, write.Bot).ShouldBe(("entra:t/jo", "test"));
        write.Variables.ShouldBe([new PersonVariable("desk", Value.From("D-7"), Start.AddSeconds(1))]);
        chat.Say("set everything").Last.Person!.Variables.ShouldBe(
        [
            new PersonVariable("floor", Value.From("3"), Start.AddSeconds(2), Start.AddSeconds(2).AddDays(2)),
            new PersonVariable("pin", Value.From("1234"), Start.AddSeconds(2)),
        ]);
        chat.Say("forget my desk").Last.Person!.Variables.ShouldBe([new PersonVariable("desk", Value.Undefined, Start.AddSeconds(3))]);
    }

    [Theory]
    [InlineData(false, "entra:t/jo")]
    [InlineData(false, null)]
    public void Whoever_may_be_anybody_is_remembered_in_the_conversation_alone(bool verified, string? identity)
    {
        var chat = Chat(Jo with { Verified = verified, Identity = identity }).Begin().Say("D-7");

        chat.Last.Person.ShouldBeNull();
        chat.State.Variables["desk"].ShouldBe(Value.From("D-7"));
    }

    [Fact]
    public void Whom_only_this_channel_knows_is_known_by_it()
    {
        Chat(Jo with { Identity = null }).Begin().Say("D-7").Last.Person!.Person.ShouldBe("channel:here/t/jo");
    }

    [Fact]
    public void What_another_conversation_knows_is_known_here_and_asked_no_more()
    {
        var chat = Chat(Jo);

        Enter(chat, new("desk", Value.From("D-7"), Start.AddDays(-1)), new("floor", Value.From("3"), Start.AddDays(-1), Start.AddDays(1)));

        chat.Said.ShouldBe(["Desk D-7, floor 3."]);
        chat.Last.Person.ShouldBeNull("nothing of it was learnt here");
        chat.After(TimeSpan.FromDays(2)).Begin().Said.ShouldBe(["Desk D-7, floor ."], "what was kept for a time is forgotten here too");
    }

    [Fact]
    public void The_later_word_counts_be_it_from_here_or_from_elsewhere()
    {
        var chat = Chat(Jo).Begin().Say("D-7");

        Enter(chat, new PersonVariable("desk", Value.From("old"), Start));
        chat.State.Variables["desk"].ShouldBe(Value.From("D-7"));

        Enter(chat, new PersonVariable("desk", Value.From("new"), Start.AddMinutes(1)));
        chat.State.Variables["desk"].ShouldBe(Value.From("new"));

        Enter(chat, new PersonVariable("desk", Value.Undefined, Start.AddMinutes(2)));
        chat.State.Variables.ShouldNotContainKey("desk");
    }

    [Fact]
    public void What_is_over_and_what_the_bot_does_not_keep_is_not_taken()
    {
        var chat = Chat(Jo);

        Enter(
            chat,
            new("floor", Value.From("3"), Start.AddDays(-3), Start.AddDays(-1)), new("note", Value.From("x"), Start), new("unknown", Value.From("x"), Start));

        chat.State.Variables.ShouldBeEmpty();
    }

    [Fact]
    public void Somebody_else_in_the_same_conversation_gets_nothing_of_it()
    {
        var chat = Chat(Jo).Begin().Say("D-7");
        chat.Person = new() { Id = "t/megan", Identity = "entra:t/megan", Verified = true };

        Enter(chat, new PersonVariable("floor", Value.From("9"), Start.AddDays(-9)));

        chat.Said.ShouldBe(["Which desk?"]);
        chat.State.Variables["floor"].ShouldBe(Value.From("9"));
        chat.Say("D-8").Last.Person!.ShouldSatisfyAllConditions(
            write => write.Person.ShouldBe("entra:t/megan"), write => write.Variables.ShouldHaveSingleItem().Value.ShouldBe(Value.From("D-8")));
    }

    private static Chat Chat(Person person) => new(Bot) { Person = person };

    private static void Enter(Chat chat, params PersonVariable[] remembered) => chat.Run(new InboundReceived
    {
        At = Start.AddHours(1),
        Seed = 1,
        Channel = "terminal",
        ChannelInstance = "here",
        Remembered = remembered,
        Inbound = new ConversationStarted { ConversationId = "c", Keys = ["k"], Person = chat.Person, BotSpeaksFirst = true },
    });
}
