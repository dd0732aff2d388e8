using Spark.Engine.Conversations;
using Spark.Engine.Tests.Support;
using Spark.Messages;
using Spark.Offload;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>What follows when the person says nothing.</summary>
public sealed class WaitingTests
{
    private const string Ask = "- { id: q, ask: Which?, into: note, wait: 5m, otherwise: gone }\n- { id: s, say: \"{note}.\" }";
    private static readonly (string, string) Gone = Dialog("gone", "- { id: g, say: Gone. }");

    private static Chat Begin(string steps, string events = "{ started: start }", string more = "", params (string, string)[] files) =>
        new Chat(Read([BotFile("{ note: { type: text }, size: { type: number } }", events, more: more), Dialog("start", steps), .. files])).Begin();

    [Fact]
    public void A_question_that_nobody_answers_in_time_goes_otherwise()
    {
        var chat = Begin(Ask, files: Gone);
        (chat.Timer.DueAt - chat.State.Episode!.Began).ShouldBe(TimeSpan.FromMinutes(5));
        chat.Due("wait").Said.ShouldBe(["Gone."]);
        chat.Timer.Name.ShouldBe("idle");
    }

    [Fact]
    public void An_answer_in_time_ends_the_waiting()
    {
        var chat = Begin(Ask, files: Gone);
        var timer = chat.Timer;
        chat.Say("This").Timer.Name.ShouldBe("idle");
        chat.Fire(timer).Last.Effects.ShouldBeEmpty();
    }

    [Fact]
    public void An_answer_that_does_not_fit_gives_the_whole_time_again()
    {
        var chat = Begin("- { id: q, ask: How many?, into: size, wait: 5m, otherwise: gone }", files: Gone);
        var first = chat.Timer;
        chat.After(TimeSpan.FromMinutes(4)).Say("many");
        chat.Timer.DueAt.ShouldBeGreaterThan(first.DueAt.AddMinutes(3));
        chat.Fire(first).Last.Effects.ShouldBeEmpty();
        chat.Due("wait").Said.ShouldBe(["Gone."]);
    }

    [Fact]
    public void An_event_of_a_page_is_no_word_of_the_person()
    {
        var chat = Begin(Ask, files: Gone);
        var first = chat.Timer;
        chat.Send(new EventPart("opened", default));
        chat.Timer.ShouldBe(first);
    }

    [Fact]
    public void Questions_that_follow_each_other_without_a_word_end_after_ten()
    {
        var chat = Begin("- { id: q, ask: Which?, into: note, wait: 5m, otherwise: start }");
        for (var i = 0; i < 10; i++)
        {
            chat.Due("wait").Said.ShouldBe(["Which?"]);
        }

        chat.Due("wait").Said.ShouldBeEmpty();
        chat.State.Episode!.Reason.ShouldBe("idle");
        chat.State.Timers.ShouldBeEmpty();
    }

    [Fact]
    public void An_episode_in_which_nobody_speaks_is_abandoned()
    {
        var chat = Begin("- { id: s, say: Hi. }");
        (chat.Timer.DueAt - chat.State.Episode!.Began).ShouldBe(TimeSpan.FromHours(6));
        chat.Due("idle").Last.Effects.ShouldBeEmpty();
        var closed = chat.Last.ClosedEpisodes.ShouldHaveSingleItem();
        closed.Outcome.ShouldBe(EpisodeOutcome.Abandoned);
        closed.Reason.ShouldBe("idle");
        chat.State.Timers.ShouldBeEmpty();
    }

    [Fact]
    public void A_bot_says_itself_when_a_conversation_is_idle()
    {
        var chat = Begin("- { id: s, say: Hi. }", more: "idle: 20m");
        (chat.Timer.DueAt - chat.State.Episode!.Began).ShouldBe(TimeSpan.FromMinutes(20));
    }

    [Fact]
    public void The_dialog_for_idle_runs_once_and_the_question_comes_back()
    {
        var chat = Begin(
            "- { id: q, ask: Which?, into: note }\n- { id: s, say: \"{note}.\" }", "{ started: start, idle: still }",
            files: Dialog("still", "- { id: t, say: Still there? }"));
        chat.Due("idle").Said.ShouldBe(["Still there?", "Which?"]);
        chat.Due("idle").Last.ClosedEpisodes.ShouldHaveSingleItem().Reason.ShouldBe("idle");
        chat.Last.Effects.ShouldBeEmpty();
    }

    [Fact]
    public void A_word_of_the_person_makes_the_next_silence_the_first()
    {
        var chat = Begin("- { id: s, say: Hi. }", "{ started: start, idle: still }", files: Dialog("still", "- { id: t, say: Still there? }"));
        chat.Due("idle").Say("Yes").Due("idle").Said.ShouldBe(["Still there?"]);
        chat.State.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void Each_word_of_the_person_moves_the_silence()
    {
        var chat = Begin("- { id: s, say: Hi. }");
        var first = chat.Timer;
        chat.After(TimeSpan.FromHours(5)).Say("Hello");
        chat.Timer.DueAt.ShouldBeGreaterThan(first.DueAt.AddHours(4));
        chat.Fire(first).State.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void Nobody_is_idle_while_an_effect_is_awaited_or_a_desk_has_the_conversation()
    {
        var chat = Begin(
            "- { id: m, say: One moment. }\n- run: escalate\n  then:\n    queued: { end: escalated }\n    failed: { id: f, say: Nobody. }",
            files: Action("escalate", "- offload: desk\n  outcomes: { queued: result = \"accepted\" }\n  otherwise: failed"));
        chat.Timer.Name.ShouldStartWith("effect:");
        chat.Decide(OffloadDecision.Of(OffloadResult.Accepted)).Timer.Name.ShouldStartWith("effect:");
        chat.HandOver(succeeded: true).State.Timers.ShouldBeEmpty();
        chat.Say("hello?").State.Timers.ShouldBeEmpty();
        chat.Delegate().State.Timers.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_dialog_for_idle_that_fails_is_no_reason_to_go_on_for_ever()
    {
        var chat = Begin("- { id: s, say: Hi. }", "{ started: start, idle: bad }", files: Dialog("bad", "- set: { size: $number(\"x\") }"));
        chat.Due("idle").Last.Fault.ShouldNotBeNull();
        chat.Due("idle").Last.ClosedEpisodes.ShouldHaveSingleItem();
        chat.State.Timers.ShouldBeEmpty();
    }

    [Fact]
    public void Another_episode_has_a_silence_of_its_own()
    {
        var chat = Begin("- { id: s, say: Hi. }", "{ started: start, idle: still }", files: Dialog("still", "- { id: t, say: Still there? }"));
        chat.Due("idle").Due("idle").Begin().Said.ShouldBe(["Hi."]);
        chat.Due("idle").Said.ShouldBe(["Still there?"]);
    }
}
