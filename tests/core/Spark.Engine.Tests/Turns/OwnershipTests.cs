using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Engine.Tests.Support;
using Spark.Offload;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>Who holds the conversation, whatever the dialogs do.</summary>
public sealed class OwnershipTests
{
    private static Bot Desk(string save = "", string then = "{ end: resolved }", string more = "") => Read(
        BotFile("{ size: { type: number } }", "{ started: start, failed: sorry }"),
        Dialog("start", $"- {{ id: m, say: One moment. }}\n- run: escalate\n  then:\n    queued: {then}\n    failed: {{ id: f, say: Nobody. }}"),
        Dialog("sorry", "- { id: s, say: My fault. }"),
        Dialog("wifi", "- { id: w, say: Use Acme-Guest. }" + more, "trigger: { intents: [wifi] }"),
        ("intents.yaml", "wifi:\n  en: [wifi]\n"),
        Action("escalate", $"- offload: desk\n{save}  outcomes: {{ queued: result = \"accepted\" }}\n  otherwise: failed"));

    private static Chat Queued(Bot bot) => new Chat(bot).Begin().Decide(OffloadDecision.Of(OffloadResult.Accepted));

    [Fact]
    public void A_fault_does_not_take_the_conversation_from_the_desk()
    {
        var chat = Queued(Desk("  save: { size: $number(result) }\n")).HandOver(succeeded: true);
        chat.Last.Fault.ShouldNotBeNull();
        chat.State.Owner.ShouldBe(Owner.Provider);
        chat.State.Episode!.Outcome.ShouldBe(EpisodeOutcome.Escalated);
        chat.Last.Effects.ShouldBeEmpty();
    }

    [Fact]
    public void After_the_handover_no_step_goes_on()
    {
        var chat = Queued(Desk()).HandOver(succeeded: true);
        chat.Last.Effects.ShouldBeEmpty();
        chat.Last.ClosedEpisodes.ShouldHaveSingleItem().Outcome.ShouldBe(EpisodeOutcome.Escalated);
    }

    [Fact]
    public void What_is_said_while_queued_is_heard_when_the_handover_fails_and_dropped_when_it_does_not()
    {
        Queued(Desk()).Say("wifi").HandOver(succeeded: false).Said.ShouldBe(["One moment.", "Nobody.", "Use Acme-Guest."]);
        var gone = Queued(Desk()).Say("wifi").HandOver(succeeded: true);
        gone.Last.Effects.ShouldBeEmpty();
        gone.State.Deferred.ShouldBeEmpty();
    }

    [Fact]
    public void A_start_that_is_repeated_while_queued_changes_nothing()
    {
        var chat = Queued(Desk()).Begin();
        chat.State.Owner.ShouldBe(Owner.Queued);
        chat.State.IsAtRest.ShouldBeTrue();
        chat.HandOver(succeeded: true).State.Owner.ShouldBe(Owner.Provider);
    }

    [Fact]
    public void The_farewell_is_said_when_the_decision_fails()
    {
        var chat = new Chat(Desk("  save: { size: $number(result) }\n")).Begin();
        chat.Decide(OffloadDecision.Of(OffloadResult.Closed));
        chat.Last.Fault.ShouldNotBeNull();
        chat.Said.ShouldBe(["One moment.", "My fault."]);
    }

    [Fact]
    public void A_result_of_the_wrong_kind_is_a_fault_and_a_late_one_is_told()
    {
        var chat = new Chat(Desk()).Begin();
        var awaited = chat.Awaited();
        chat.End("ok").Last.Fault.ShouldNotBeNull().Code.ShouldBe("SPK13002");
        chat.Run(new ActionEnded { At = default, Seed = 1, Effect = awaited, Result = "ok" }).Last.IsLate.ShouldBeTrue();
    }

    [Fact]
    public void An_episode_that_another_replaces_is_closed_as_superseded()
    {
        var chat = new Chat(Desk()).Begin().Delegate();
        chat.Last.ClosedEpisodes.ShouldHaveSingleItem().Reason.ShouldBe("superseded");
        chat.State.Episode!.Number.ShouldBe(2);
    }

    [Fact]
    public void Another_version_leaves_the_steps_under_way_and_hears_the_message()
    {
        var chat = new Chat(Desk()).Begin();
        chat.Use(Desk(more: "\n- { id: z, say: New. }")).Say("wifi");
        chat.Said.ShouldBe(["One moment.", "Use Acme-Guest.", "New."]);
        chat.Last.Fault.ShouldBeNull();
        chat.State.Episode!.Number.ShouldBe(1);
    }

    [Fact]
    public void Another_version_still_awaits_a_handover_that_is_leaving()
    {
        var chat = Queued(Desk()).Use(Desk(more: "\n- { id: z, say: New. }")).Say("wifi");
        chat.HandOver(succeeded: true).State.Owner.ShouldBe(Owner.Provider);
        chat.Last.Fault.ShouldBeNull();
    }

    [Fact]
    public void A_start_opens_a_conversation_that_was_closed()
    {
        var chat = Queued(Desk()).HandOver(succeeded: true).Alter(state => state with { Owner = Owner.Closed });
        chat.Say("hello?").Last.Effects.ShouldBeEmpty();
        var epoch = chat.State.OwnerEpoch;
        chat.Begin().State.Owner.ShouldBe(Owner.Bot);
        chat.State.OwnerEpoch.ShouldBe(epoch + 1);
        chat.State.Episode!.Number.ShouldBe(2);
        chat.Last.Effects.ShouldNotBeEmpty();
    }

    [Fact]
    public void Another_version_forgets_the_menu_whose_numbers_meant_its_steps()
    {
        Bot Menu(string title) => Read(
            BotFile(),
            Dialog("start", $"- {{ id: m, say: Menu., buttons: {{ one: {{ title: {title}, goto: other }} }} }}"),
            Dialog("other", "- { id: o, say: Other. }"));
        var chat = new Chat(Menu("One")).Begin();
        chat.State.Menu.ShouldNotBeNull();
        chat.Use(Menu("Uno")).Say("1").Said.ShouldBe(["Sorry, I did not understand that. Could you say it in other words?"]);
        chat.State.Menu.ShouldBeNull();
    }

    [Fact]
    public void A_provider_that_gives_the_conversation_away_is_believed_whatever_its_kind()
    {
        var chat = new Chat(Read(
            BotFile(), Dialog("start", "- run: open\n  then:\n    done: { id: d, say: Done. }"),
            Action("open", "- offload: incidents\n  otherwise: done"))).Begin();
        chat.Decide(new() { Result = OffloadResult.Accepted, Completion = new() { Kind = Spark.Messages.CompletionKind.Handover } });
        chat.State.Owner.ShouldBe(Owner.Queued);
        chat.Messages.ShouldHaveSingleItem().Completion.ShouldNotBeNull();
        chat.HandOver(succeeded: true).State.Owner.ShouldBe(Owner.Provider);
    }

    [Fact]
    public void An_episode_that_ends_and_those_that_follow_it_in_one_turn_are_all_told()
    {
        var chat = new Chat(Read(
            BotFile(), Dialog("start", "- run: look\n  then:\n    done: { end: escalated }"),
            Dialog("wifi", "- { id: w, say: Use Acme-Guest., end: resolved }", "trigger: { intents: [wifi] }"),
            ("intents.yaml", "wifi:\n  en: [wifi]\n"), Action("look", "- look-up: x\n  otherwise: done"))).Begin();
        chat.Say("wifi").Say("wifi").Say("hello").End("ok");
        chat.Last.ClosedEpisodes.Select(episode => (episode.Number, episode.Outcome)).ShouldBe(
            [(1, EpisodeOutcome.Escalated), (2, EpisodeOutcome.Resolved), (3, EpisodeOutcome.Resolved)]);
        chat.State.Episode!.Number.ShouldBe(4);
        chat.State.IsOpen.ShouldBe(chat.State.Episode.Ended is null);
    }

    [Fact]
    public void An_end_that_a_fault_takes_back_is_not_told()
    {
        var chat = new Chat(Read(
            BotFile("{ size: { type: number } }"), Dialog("start", "- run: look\n  then:\n    done: { end: escalated }"),
            Dialog("bad", "- visit: inner\n- set: { size: $number(\"x\") }", "trigger: { intents: [bad] }"), Dialog("inner", "- { id: i, say: Inner. }"),
            ("intents.yaml", "bad:\n  en: [bad]\n"), Action("look", "- look-up: x\n  otherwise: done"))).Begin();
        chat.Say("bad").End("ok").Last.Fault.ShouldNotBeNull();
        chat.Last.ClosedEpisodes.ShouldHaveSingleItem().Number.ShouldBe(1);
        chat.State.Episode!.Number.ShouldBe(2);
        chat.State.IsOpen.ShouldBeTrue();
    }
}
