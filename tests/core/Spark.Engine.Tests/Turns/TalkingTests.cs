using Spark.Engine.Conversations;
using Spark.Engine.Tests.Support;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>say, when, set, clear, goto, visit, end: what a dialog does without a question.</summary>
public sealed class TalkingTests
{
    [Fact]
    public void A_dialog_says_its_texts_in_order_with_the_persons_name()
    {
        var chat = new Chat(Read(BotFile(), Dialog("start", """
            - id: one
              say: Hi {sys.user.name}.
            - id: two
              say: How are you?
            """))).Begin();
        chat.Said.ShouldBe(["Hi Jo.", "How are you?"]);
        chat.State.IsAtRest.ShouldBeTrue();
        chat.State.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void When_goes_one_way_or_the_other_and_comes_back_to_the_steps_that_follow()
    {
        var bot = Read(BotFile("{ size: { type: number } }"), Dialog("start", """
            - set: { size: 2 }
            - when: size > 1
              then: { id: many, say: Many. }
              otherwise: { id: few, say: Few. }
            - id: after
              say: After.
            """));
        new Chat(bot).Begin().Said.ShouldBe(["Many.", "After."]);
    }

    [Fact]
    public void Visit_comes_back_and_goto_does_not()
    {
        var bot = Read(BotFile(), Dialog("start", """
            - visit: aside
            - id: back
              say: Back.
            - goto: elsewhere
            - id: never
              say: Never.
            """), Dialog("aside", "- { id: a, say: Aside. }"), Dialog("elsewhere", "- { id: e, say: Elsewhere. }"));
        new Chat(bot).Begin().Said.ShouldBe(["Aside.", "Back.", "Elsewhere."]);
    }

    [Fact]
    public void Clear_forgets()
    {
        var bot = Read(BotFile("{ name: { type: text } }"), Dialog("start", """
            - set: { name: '"Ada"' }
            - clear: [name]
            - when: $exists(name)
              then: { id: known, say: Known. }
              otherwise: { id: unknown, say: Unknown. }
            """));
        new Chat(bot).Begin().Said.ShouldBe(["Unknown."]);
    }

    [Fact]
    public void End_closes_the_episode_with_an_outcome_and_the_next_message_begins_another()
    {
        var bot = Read(BotFile("{ name: { type: text } }"), Dialog("start", """
            - set: { name: '"Ada"' }
            - id: bye
              say: Bye.
              end: resolved
            """));
        var chat = new Chat(bot).Begin();
        chat.State.Episode!.Outcome.ShouldBe(EpisodeOutcome.Resolved);
        chat.State.IsOpen.ShouldBeFalse();
        chat.State.Stack.ShouldBeEmpty();

        chat.Say("anything");
        chat.State.Episode!.Number.ShouldBe(2);
        chat.Said.ShouldBe(["Bye."]);
    }

    [Fact]
    public void End_failed_is_abandoned_with_that_reason()
    {
        var chat = new Chat(Read(BotFile(), Dialog("start", "- { id: s, say: Sorry., end: failed }"))).Begin();
        chat.State.Episode!.Outcome.ShouldBe(EpisodeOutcome.Abandoned);
        chat.State.Episode!.Reason.ShouldBe("failed");
    }

    [Fact]
    public void A_text_comes_in_the_persons_language_and_in_the_first_one_where_it_is_not_translated()
    {
        var bot = Read(
            BotFile(languages: "[en, nl]"),
            Dialog("start", "- { id: one, say: Hello. }\n- { id: two, say: Welcome. }"),
            ("locales/nl.yaml", "start.one: Hallo.\n"));
        var chat = new Chat(bot) { Person = new() { Id = "u", Language = "nl-BE" } }.Begin();
        chat.Said.ShouldBe(["Hallo.", "Welcome."]);
        chat.State.Language.ShouldBe("nl");
    }

    [Fact]
    public void A_circle_is_a_fault_and_not_a_hang()
    {
        var bot = Read(
            BotFile("{ size: { type: number } }"),
            Dialog("start", "- when: size = 1\n  then: end-it\n- goto: other"),
            Dialog("other", "- when: size = 1\n  then: end-it\n- goto: start"),
            Dialog("end-it", "- { id: e, say: End. }"));
        var chat = new Chat(bot).Begin();
        chat.Last.Fault.ShouldNotBeNull().Code.ShouldBe("SPK13001");
        chat.Said.ShouldBe(["Something went wrong on our side. Please try again later."]);
    }

    [Fact]
    public void The_same_inputs_give_the_same_bytes()
    {
        var bot = Read(BotFile("{ size: { type: number } }"), Dialog("start", "- set: { size: $random() }\n- { id: s, say: \"{size}\" }"));
        new Chat(bot).Begin().Said.ShouldBe(new Chat(bot).Begin().Said);
    }
}
