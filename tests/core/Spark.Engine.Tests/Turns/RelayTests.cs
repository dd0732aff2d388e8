using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Engine.Tests.Support;
using Spark.Engine.Turns;
using Spark.Messages;
using Spark.Offload;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>A conversation with a desk for which Spark keeps the channel.</summary>
public sealed class RelayTests
{
    private const string Id = "d-1";

    private static readonly string[] Keys = ["k"];

    private static readonly (string Path, string Content)[] Files =
    [
        Dialog("start", "- { id: m, say: Hi. }"),
        Dialog("help", "- run: escalate\n  then:\n    queued: { id: w, say: \"You are number {sys.offload.position}.\" }\n    failed: { id: f, say: Nobody. }", "trigger: { intents: [help] }"),
        Dialog("out", "- { id: o, say: You left. }", "trigger: { intents: [leave] }"),
        ("intents.yaml", "help:\n  en: [help]\nleave:\n  en: [leave the queue]\n"),
        Action("escalate", "- offload: helpers\n  leave: [leave]\n  outcomes: { queued: result = \"accepted\" }\n  otherwise: failed"),
    ];

    private static readonly Bot Plain = Read([BotFile(), .. Files]);

    private static readonly Bot Polite = Read([
        BotFile(events: "{ started: start, agent-left: back }"), .. Files,
        Dialog("back", "- { id: b, say: \"Back ({sys.offload.reason}).\" }")]);

    private static readonly Bot Sharing = Read([
        BotFile("{ note: { type: text, default: mine } }"), .. Files[..^1],
        Action("escalate", "- offload: helpers\n  leave: [leave]\n  fields: { topic: fixed }\n  share: { transcript: all, variables: [note] }\n  outcomes: { queued: result = \"accepted\" }\n  otherwise: failed")]);

    private static OffloadDecision Accepted => new()
    {
        Result = OffloadResult.Accepted, ExternalId = Id, Position = 2, Lease = TimeSpan.FromMinutes(5),
    };

    private static Chat Queued(Bot? bot = null) => new Chat(bot ?? Plain).Begin().Say("help").Decide(Accepted);

    private static Chat WithAgent(Bot? bot = null) => Queued(bot).Report(new AgentJoined { ExternalId = Id, Keys = Keys, Agent = "Ada" });

    private static DeskReassigned Move(string connection, string? queue = null) =>
        new() { At = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero), Seed = 1, Connection = connection, Queue = queue };

    private static OffloadDecided Decided(EffectRef effect, OffloadDecision decision) =>
        new() { At = new(2026, 3, 2, 9, 31, 0, TimeSpan.Zero), Seed = 1, Effect = effect, Decision = decision, Connection = decision.ExternalId is null ? null : "night" };

    private static AgentMessage Said(string text) => new() { ExternalId = Id, Keys = Keys, Agent = "Ada", Parts = [new TextPart(text)] };

    [Fact]
    public void The_person_waits_in_the_queue_and_is_told_where()
    {
        var chat = Queued();
        chat.State.Owner.ShouldBe(Owner.Queued);
        chat.Said.ShouldBe(["You are number 2."]);
        chat.State.Stack.ShouldBeEmpty();
        chat.State.IsOpen.ShouldBeTrue("nobody has taken it yet");
        chat.Report(new QueueMoved { ExternalId = Id, Keys = Keys, Position = 1 }).Said.ShouldBe(["You are number 1 in the queue."]);
        chat.Report(new QueueMoved { ExternalId = Id, Keys = Keys, Position = 1 }).Said.ShouldBeEmpty();
    }

    [Fact]
    public void What_the_person_says_goes_to_the_desk_in_order_also_what_waited_for_its_answer()
    {
        var chat = new Chat(Plain).Begin().Say("help").Say("one").Say("help").Decide(Accepted);
        chat.Told.Select(word => PlainText.Render(word.Parts)).ShouldBe(["one", "help"]);
        chat.Told.ShouldAllBe(word => word.Connection == "helpers" && word.ExternalId == Id && word.Word == DeskWord.Said);
        chat.State.Deferred.ShouldBeEmpty();
        chat.Say("three").Told.ShouldHaveSingleItem().Parts.ShouldBe([new TextPart("three")]);
        chat.Said.ShouldBeEmpty("the bot is silent");
    }

    [Fact]
    public void What_is_forwarded_from_elsewhere_goes_to_the_desk_and_takes_nobody_out_of_its_queue()
    {
        var chat = Queued().Forward("leave the queue");
        chat.Told.ShouldHaveSingleItem().Parts.ShouldBe([new TextPart("leave the queue")]);
        chat.State.Owner.ShouldBe(Owner.Queued);
        chat.Said.ShouldBeEmpty("the bot is silent");
    }

    [Fact]
    public void The_person_leaves_the_queue_by_the_intent_that_the_step_names()
    {
        var chat = Queued().Say("leave the queue");
        chat.State.Owner.ShouldBe(Owner.Bot);
        chat.Told.ShouldHaveSingleItem().Word.ShouldBe(DeskWord.Left);
        chat.Said.ShouldBe(["You left."]);
        chat.Say("help").State.Waiting.ShouldBeOfType<WaitingForEffect>("the bot hears again");
    }

    [Fact]
    public void With_an_agent_the_same_words_are_the_agents()
    {
        var chat = WithAgent().Say("leave the queue");
        chat.State.Owner.ShouldBe(Owner.Provider);
        chat.Told.ShouldHaveSingleItem().Word.ShouldBe(DeskWord.Said);
    }

    [Fact]
    public void An_agent_takes_over_and_what_the_bot_had_still_to_say_is_withdrawn()
    {
        var epoch = Queued().State.OwnerEpoch;
        var chat = WithAgent();
        chat.State.Owner.ShouldBe(Owner.Provider);
        chat.State.OwnerEpoch.ShouldBe(epoch + 1);
        chat.Said.ShouldBe(["Ada is with you now."]);
        chat.Last.ClosedEpisodes.ShouldHaveSingleItem().Outcome.ShouldBe(EpisodeOutcome.Escalated);
        Queued().Report(Said("Hello")).State.Owner.ShouldBe(Owner.Provider, "a desk may say no more than that");
    }

    [Fact]
    public void An_agents_message_bears_the_agents_name()
    {
        var message = WithAgent().Report(Said("Try it now")).Messages.ShouldHaveSingleItem();
        message.Agent.ShouldBe("Ada");
        message.Parts.ShouldBe([new TextPart("Try it now")]);
        WithAgent().Report(Said("x") with { Agent = null }).Messages[0].Agent.ShouldBe("Ada", "as far as it is known");
    }

    [Fact]
    public void The_conversation_comes_back_with_the_bots_dialog_or_a_sentence()
    {
        var chat = WithAgent(Polite).Report(new DeskClosed { ExternalId = Id, Keys = Keys });
        chat.Said.ShouldBe(["Back (closed)."]);
        chat.State.Owner.ShouldBe(Owner.Bot);
        chat.State.Desk.ShouldBeNull();
        chat.State.Episode!.Number.ShouldBe(2);
        chat.State.OwnerEpoch.ShouldBe(chat.Before.OwnerEpoch, "the agent's last words are still to arrive");
        WithAgent().Report(new DeskClosed { ExternalId = Id, Keys = Keys }).Said.ShouldBe(["The agent has closed the chat. I am here again."]);
    }

    [Fact]
    public void A_queue_that_nobody_answered_is_told_honestly()
    {
        var chat = Queued(Polite).Report(new DeskClosed { ExternalId = Id, Keys = Keys });
        chat.Said.ShouldBe(["Nobody at the service desk could take your conversation, so I am here again.", "Back (unattended)."]);
        chat.State.Episode!.Number.ShouldBe(1, "nothing has ended");
        chat.State.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void A_desk_that_is_silent_is_asked_and_then_the_conversation_comes_back()
    {
        var chat = WithAgent(Polite);
        var due = chat.Timer.DueAt;
        chat.Due(Relay.Timer).Told.ShouldHaveSingleItem().Word.ShouldBe(DeskWord.Ask);
        chat.State.Owner.ShouldBe(Owner.Provider);
        chat.Timer.DueAt.ShouldBe(due + TimeSpan.FromMinutes(1));

        chat.Due(Relay.Timer);
        chat.State.Owner.ShouldBe(Owner.Bot);
        chat.Said[0].ShouldStartWith("I cannot reach the service desk any more");
        chat.Said[1].ShouldBe("Back (silent).");
        chat.Told.ShouldHaveSingleItem().Word.ShouldBe(DeskWord.Left);
        chat.Timer.Name.ShouldBe("idle");
    }

    [Fact]
    public void Every_word_of_the_desk_begins_its_lease_anew()
    {
        var chat = WithAgent().Due(Relay.Timer);
        var asked = chat.Timer.DueAt;
        chat.Report(new DeskAlive { ExternalId = Id, Keys = Keys });
        chat.Timer.DueAt.ShouldBeGreaterThan(asked);
        chat.State.Desk!.IsAsked.ShouldBeFalse();
        chat.Last.Effects.ShouldBeEmpty();
        var before = chat.Timer.DueAt;
        chat.Say("still there?").Timer.DueAt.ShouldBe(before, "the person is no sign of the desk");
        chat.Report(new AgentTyping { ExternalId = Id, Keys = Keys }).Timer.DueAt.ShouldBeGreaterThan(before);
    }

    [Fact]
    public void A_start_of_the_channel_does_not_take_the_conversation_from_the_desk()
    {
        var chat = WithAgent().Begin();
        chat.State.Owner.ShouldBe(Owner.Provider);
        chat.Last.Effects.ShouldBeEmpty();
    }

    [Fact]
    public void An_operator_takes_it_back_and_the_desk_is_told()
    {
        var chat = WithAgent(Polite).Delegate();
        chat.State.Owner.ShouldBe(Owner.Bot);
        chat.Told.ShouldHaveSingleItem().Word.ShouldBe(DeskWord.Left);
        chat.Said.ShouldBe(["Back (released)."]);
    }

    [Fact]
    public void An_operator_moves_it_to_another_desk_which_is_given_what_was_said_since()
    {
        var chat = WithAgent(Sharing).Run(Move("night", "printers"));
        var open = chat.Last.Effects.ShouldHaveSingleItem().ShouldBeOfType<OpenOffload>();
        (open.Connection, open.Queue, open.TranscriptLines).ShouldBe(("night", "printers", int.MaxValue));
        (open.Fields["topic"].ToText(), open.Variables["note"].ToText()).ShouldBe(("fixed", "mine"), "what the step shares");
        var asked = chat.State.Desk!.Move!.Effect;

        chat.Say("are you there?").Told.ShouldHaveSingleItem().Connection.ShouldBe("helpers", "it still has the conversation");
        chat.Report(Said("Wait")).Said.ShouldBe(["Wait"]);
        var epoch = chat.State.OwnerEpoch;
        chat.Run(Decided(asked, Accepted with { ExternalId = "n-7" }));

        chat.Told.Select(word => (word.Connection, word.ExternalId, word.Word, PlainText.Render(word.Parts))).ShouldBe(
            [("helpers", Id, DeskWord.Left, ""), ("night", "n-7", DeskWord.Said, "are you there?")]);
        (chat.State.Owner, chat.State.OwnerEpoch, chat.State.Desk!.Connection, chat.State.Desk.Agent).ShouldBe((Owner.Provider, epoch, "night", null));
        chat.Say("hello").Told.ShouldHaveSingleItem().ExternalId.ShouldBe("n-7");
        chat.Report(Said("One more thing")).Last.IsLate.ShouldBeTrue("the desk before is not heard any more");
        chat.Told.ShouldHaveSingleItem().Word.ShouldBe(DeskWord.Left);
    }

    [Fact]
    public void A_desk_that_does_not_take_it_over_changes_nothing()
    {
        var chat = Queued().Run(Move("night"));
        var due = chat.Timer;

        chat.Run(Decided(chat.State.Desk!.Move!.Effect, OffloadDecision.Of(OffloadResult.Closed)));

        (chat.State.Owner, chat.State.Desk!.ExternalId, chat.State.Desk.Refusal, chat.State.Desk.Move).ShouldBe((Owner.Queued, Id, "night: closed", null));
        chat.Last.Effects.ShouldBeEmpty("the person notices nothing");
        chat.Timer.ShouldBe(due);
    }

    [Fact]
    public void Of_two_moves_the_last_counts_and_the_desk_of_the_first_is_told()
    {
        var chat = Queued().Run(Move("night"));
        var first = chat.State.Desk!.Move!.Effect;
        chat.Run(Move("helpers", "printers"));

        chat.Run(Decided(first, Accepted with { ExternalId = "n-7" }));
        (chat.Last.IsLate, chat.State.Desk!.ExternalId).ShouldBe((true, Id));
        var left = chat.Told.ShouldHaveSingleItem();
        (left.Connection, left.ExternalId, left.Word).ShouldBe(("night", "n-7", DeskWord.Left));
        chat.Run(Decided(chat.State.Desk.Move!.Effect, Accepted with { ExternalId = "d-2" })).State.Desk!.ExternalId.ShouldBe("d-2");
    }

    [Fact]
    public void A_desk_that_accepts_after_the_conversation_came_back_is_told_so()
    {
        var chat = WithAgent().Run(Move("night"));
        var asked = chat.State.Desk!.Move!.Effect;
        chat.Report(new DeskClosed { ExternalId = Id, Keys = Keys }).Run(Decided(asked, Accepted with { ExternalId = "n-7" }));
        chat.State.Owner.ShouldBe(Owner.Bot);
        chat.Told.ShouldHaveSingleItem().ExternalId.ShouldBe("n-7");
    }

    [Theory]
    [InlineData("incidents")]
    [InlineData("nowhere")]
    public void It_moves_to_desks_that_relay_only(string connection)
    {
        var chat = WithAgent().Run(Move(connection));
        chat.Last.IsLate.ShouldBeTrue();
        chat.Last.Effects.ShouldBeEmpty();
        chat.State.Desk!.Move.ShouldBeNull();
    }

    [Fact]
    public void An_agent_who_speaks_where_nobody_reads_is_told_so()
    {
        var chat = WithAgent().Report(new DeskClosed { ExternalId = Id, Keys = Keys }).Report(Said("One more thing"));
        chat.Last.IsLate.ShouldBeTrue();
        chat.Said.ShouldBeEmpty();
        chat.Told.ShouldHaveSingleItem().Word.ShouldBe(DeskWord.Left);
        WithAgent().Report(Said("x") with { ExternalId = "d-2" }).Said.ShouldBeEmpty("another conversation of that desk");
    }

    [Fact]
    public void A_desk_that_accepts_too_late_is_told_that_nobody_waits()
    {
        var chat = new Chat(Plain).Begin().Say("help");
        var awaited = chat.Awaited();
        chat.Due(chat.Timer.Name).Said.ShouldBe(["Nobody."]);
        chat.Run(new OffloadDecided { At = default, Seed = 1, Effect = awaited, Decision = Accepted, Connection = "helpers" });
        chat.State.Owner.ShouldBe(Owner.Bot);
        chat.Told.ShouldHaveSingleItem().ExternalId.ShouldBe(Id);
    }

    [Fact]
    public void A_desk_without_a_name_for_the_conversation_cannot_relay()
    {
        var chat = new Chat(Plain).Begin().Say("help").Decide(OffloadDecision.Of(OffloadResult.Accepted));
        chat.State.Owner.ShouldBe(Owner.Bot);
        chat.Said.ShouldBe(["Nobody."]);
    }
}
