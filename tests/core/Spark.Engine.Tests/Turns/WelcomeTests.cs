using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Engine.Tests.Support;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>Channels that tell of one beginning several times.</summary>
public sealed class WelcomeTests
{
    private static readonly Bot Bot = Read(
        BotFile("{ note: { type: text } }", "{ started: start }"),
        Dialog("start", "- { id: m, say: Welcome. }"),
        Dialog("ask", "- { id: q, ask: Which?, into: note }\n- { id: d, say: Good., end: resolved }", "trigger: { intents: [ask] }"),
        ("intents.yaml", "ask:\n  en: [ask]\n"));

    [Fact]
    public void The_bot_speaks_first_once_however_much_later_it_is_told_again()
    {
        var chat = new Chat(Bot).BeginOnce();
        chat.Said.ShouldBe(["Welcome."]);

        chat.BeginOnce().Said.ShouldBeEmpty();
        chat.After(TimeSpan.FromDays(400)).BeginOnce().Said.ShouldBeEmpty();

        // Also when the episode that it began is over.
        chat.Say("ask").Say("this one").Said.ShouldBe(["Good."]);
        chat.BeginOnce().Said.ShouldBeEmpty();
        chat.State.IsOpen.ShouldBeFalse();
    }

    [Fact]
    public void Whoever_left_and_comes_back_is_welcomed_anew_and_no_old_question_is_open()
    {
        var chat = new Chat(Bot).BeginOnce().Say("ask");
        chat.State.Waiting.ShouldNotBeNull();

        chat.Leave().Said.ShouldBeEmpty();
        chat.State.Episode!.Outcome.ShouldBe(EpisodeOutcome.Abandoned);
        chat.State.Episode.Reason.ShouldBe("left");
        chat.State.Waiting.ShouldBeNull();

        chat.BeginOnce().Said.ShouldBe(["Welcome."]);
        chat.State.Episode.Number.ShouldBe(2);
    }

    [Fact]
    public void Whoever_wrote_first_is_not_welcomed_in_the_middle_of_a_dialog_nor_after_it()
    {
        var chat = new Chat(Bot).Say("ask");

        chat.BeginOnce().Said.ShouldBeEmpty();
        chat.Say("this one").Said.ShouldBe(["Good."]);
        chat.BeginOnce().Said.ShouldBeEmpty();
    }

    [Fact]
    public void A_leave_that_comes_late_does_not_keep_the_bot_from_answering()
    {
        var chat = new Chat(Bot).BeginOnce().Leave();

        chat.Say("ask").Said.ShouldBe(["Which?"]);
    }

    [Fact]
    public void Channels_that_tell_of_each_beginning_once_are_heard_every_time()
    {
        var chat = new Chat(Bot).Begin();
        chat.Say("ask").Say("this one");

        chat.Begin().Said.ShouldBe(["Welcome."]);
    }
}
