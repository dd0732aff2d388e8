using Spark.Engine.Conversations;
using Spark.Engine.Tests.Support;
using Spark.Messages;
using Spark.Offload;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>Action dialogs: deeds, outcomes, and handing over.</summary>
public sealed class ActingTests
{
    private const string Variables = "{ problem: { type: text }, size: { type: number }, ticket: { type: object } }";

    private static Chat Begin(params (string, string)[] files) => new Chat(Read([BotFile(Variables), .. files])).Begin();

    private static Chat BeginLookUp() => Begin(
        Dialog("start", """
            - id: wait
              say: One moment.
            - run: find
              with: { what: '"printer"' }
              then:
                found: { id: f, say: "Found {size}." }
                none: { id: n, say: None. }
                failed: { id: x, say: Failed. }
            - id: after
              say: After.
            """),
        Action("find", """
            - look-up: "{what}"
              depth: 3
              save: { size: count }
              outcomes:
                found: result = "ok" and count > 0
                none: result = "ok"
              otherwise: failed
            """, "input: { what: text }"));

    private static Chat BeginHandover() => Begin(
        Dialog("start", """
            - set: { problem: '"It is broken"' }
            - id: first
              say: I will get somebody.
            - id: moment
              say: One moment, please.
            - run: escalate
              then:
                queued: { end: escalated }
                ticketed: { id: t, say: "Ticket {ticket.number}." }
                failed: { id: x, say: "Nobody is there." }
            """),
        Action("escalate", """
            - offload: desk
              fields: { topics: [IT support] }
              share: { variables: [problem], transcript: 5 }
              outcomes: { queued: result = "accepted" }
            - offload: incidents
              fields: { short_description: "{problem}" }
              save: { ticket: ticket }
              outcomes: { ticketed: result = "created" }
              otherwise: failed
            """));

    [Fact]
    public void A_deed_is_an_effect_with_the_steps_own_fields()
    {
        var chat = BeginLookUp();
        chat.Said.ShouldBe(["One moment."]);
        var action = chat.Last.Effects.OfType<InvokeAction>().ShouldHaveSingleItem();
        action.Action.ShouldBe("look-up");
        action.Input.ToJson().ShouldBe("""{"look-up":"printer","depth":3}""");
        chat.State.IsAtRest.ShouldBeFalse();
    }

    [Theory]
    [InlineData("ok", """{"count":2}""", "Found 2.")]
    [InlineData("ok", """{"count":0}""", "None.")]
    [InlineData("timeout", "{}", "Failed.")]
    public void The_first_outcome_that_holds_answers_and_the_dialog_goes_on(string result, string output, string said) =>
        BeginLookUp().End(result, output).Said.ShouldBe([said, "After."]);

    [Fact]
    public void A_result_that_nobody_waits_for_changes_nothing()
    {
        var chat = BeginLookUp();
        var late = new ActionEnded { At = default, Seed = 1, Effect = chat.Awaited(), Result = "ok" };
        chat.End("ok", """{"count":1}""").Run(late).Said.ShouldBeEmpty();
        chat.Last.Fault.ShouldBeNull();
    }

    [Fact]
    public void What_the_person_says_meanwhile_waits_and_is_heard_afterwards()
    {
        var chat = BeginLookUp();
        chat.Say("qwertz").Said.ShouldBeEmpty();
        chat.End("ok", """{"count":0}""").Said.ShouldBe(["None.", "After.", "Sorry, I did not understand that. Could you say it in other words?"]);
        chat.State.Deferred.ShouldBeEmpty();
    }

    [Fact]
    public void The_last_text_is_kept_back_until_the_desk_has_decided_and_leaves_with_the_handover()
    {
        var chat = BeginHandover();
        chat.Said.ShouldBe(["I will get somebody."]);
        var open = chat.Last.Effects.OfType<OpenOffload>().ShouldHaveSingleItem();
        open.Connection.ShouldBe("desk");
        open.Fields.ToJson().ShouldBe("""{"topics":["IT support"]}""");
        open.Variables.ToJson().ShouldBe("""{"problem":"It is broken"}""");
        open.TranscriptLines.ShouldBe(5);

        chat.Decide(new() { Result = OffloadResult.Accepted, Completion = new() { Kind = CompletionKind.Handover, Topics = ["IT support"] } });
        chat.Said.ShouldBe(["One moment, please."]);
        chat.Messages.Single().Completion!.Topics.ShouldBe(["IT support"]);
        chat.State.Owner.ShouldBe(Owner.Queued);

        chat.HandOver(succeeded: true).Said.ShouldBeEmpty();
        chat.State.Owner.ShouldBe(Owner.Provider);
        chat.State.Episode!.Outcome.ShouldBe(EpisodeOutcome.Escalated);
    }

    [Fact]
    public void A_desk_that_is_closed_lets_the_text_go_and_the_next_provider_is_asked()
    {
        var chat = BeginHandover().Decide(OffloadDecision.Of(OffloadResult.Closed));
        chat.Said.ShouldBe(["One moment, please."]);
        chat.Last.Effects.OfType<OpenOffload>().Single().Fields.ToJson().ShouldBe("""{"short_description":"It is broken"}""");
        chat.Decide(new() { Result = OffloadResult.Created, Ticket = new() { Number = "INC1" } }).Said.ShouldBe(["Ticket INC1."]);
        chat.State.Owner.ShouldBe(Owner.Bot);
    }

    [Fact]
    public void A_handover_that_does_not_arrive_gives_the_conversation_back()
    {
        var chat = BeginHandover().Decide(OffloadDecision.Of(OffloadResult.Accepted)).HandOver(succeeded: false);
        chat.State.Owner.ShouldBe(Owner.Bot);
        chat.Said.ShouldBe(["One moment, please."]);
        chat.Decide(OffloadDecision.Of(OffloadResult.Failed)).Said.ShouldBe(["Nobody is there."]);
    }

    [Fact]
    public void While_a_desk_holds_the_conversation_the_bot_is_silent_until_it_is_lent_again()
    {
        var chat = BeginHandover().Decide(OffloadDecision.Of(OffloadResult.Accepted));
        chat.Say("hello?").Last.Effects.ShouldBeEmpty();
        chat.HandOver(succeeded: true);
        chat.Say("hello?").Last.Effects.ShouldBeEmpty();
        chat.Delegate();
        chat.State.Owner.ShouldBe(Owner.Bot);
        chat.State.Episode!.Number.ShouldBe(2);
        chat.Said.ShouldBe(["I will get somebody."]);
    }

    [Fact]
    public void What_an_action_is_given_is_a_copy()
    {
        var chat = Begin(
            Dialog("start", "- set: { size: 1 }\n- run: find\n  with: { what: $ }\n  then:\n    done: { id: d, say: Done. }"),
            Action("find", "- set: { size: 2 }\n- look-up: \"{what}\"\n  all: \"{$}\"\n  otherwise: done", "input: { what: object }"));
        var input = chat.Last.Effects.OfType<InvokeAction>().Single().Input;
        input["look-up"]["size"].AsNumber().ShouldBe(1);
        input["all"]["size"].AsNumber().ShouldBe(2);
        chat.State.Stack[^1].Locals["what"]["size"].AsNumber().ShouldBe(1);
        ConversationJson.Write(chat.Last.Effects.Single()).Length.ShouldBeLessThan(2_000);
    }

    [Fact]
    public void An_input_that_the_bot_does_not_declare_lives_with_its_action()
    {
        // The reader refuses to set an input without a variable of its name; the engine does not depend on it.
        var bot = Read(
            BotFile("{ what: { type: text } }"),
            Dialog("start", "- run: find\n  with: { what: '\"printer\"' }\n  then:\n    done: { id: d, say: \"Done {what}.\" }"),
            Action("find", "- set: { what: what & \"s\" }\n- look-up: \"{what}\"\n  otherwise: done", "input: { what: text }"));
        var chat = new Chat(Undeclare(bot, "what")).Begin();
        chat.Last.Effects.OfType<InvokeAction>().Single().Input["look-up"].AsString().ShouldBe("printers");
        chat.State.Variables.ShouldBeEmpty();
        chat.End("ok").Said.ShouldBe(["Done ."]);
        new Chat(bot).Begin().End("ok").Said.ShouldBe(["Done printers."]);
    }
}
