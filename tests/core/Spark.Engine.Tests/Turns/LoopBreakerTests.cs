using Spark.Engine.Tests.Support;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>Two programs that answer each other.</summary>
public sealed class LoopBreakerTests
{
    private const string Stopped = "These messages look like automatic answers, so I stop answering. Write something else to go on.";

    private static Chat Begin() => new Chat(Read(
        BotFile(events: "{ started: start, not-understood: what }"),
        Dialog("start", "- { id: h, say: Hi. }"),
        Dialog("what", "- { id: one, say: What? }\n- { id: two, say: Try again. }"))).Begin();

    private static Chat Echoing()
    {
        var chat = Begin();
        for (var i = 0; i < 20 && !chat.Said.Contains(Stopped); i++)
        {
            chat.Say(chat.Said[0]);
        }

        return chat;
    }

    [Fact]
    public void An_echo_is_told_once_and_answered_no_more()
    {
        var chat = Echoing();
        chat.State.Sequence.ShouldBe(12);
        chat.Said.ShouldBe([Stopped]);
        chat.Say(Stopped).Said.ShouldBeEmpty();
        chat.Say("What?").Said.ShouldBeEmpty();
        chat.State.Pace!.Automatic.ShouldBe(11);
    }

    [Fact]
    public void Each_message_of_an_answer_is_known_when_it_comes_back()
    {
        var chat = Begin();
        for (var i = 0; i < 8; i++)
        {
            chat.Say("What?").Say("Try again.");
        }

        chat.Said.ShouldBeEmpty();
    }

    [Fact]
    public void One_text_again_and_again_within_a_second_is_automatic()
    {
        var chat = Begin();
        chat.Pace = TimeSpan.FromMilliseconds(100);
        for (var i = 0; i < 11; i++)
        {
            chat.Say("I am away.").Said.ShouldBe(["What?", "Try again."]);
        }

        chat.Say("I am away.").Said.ShouldBe([Stopped]);
        chat.Say("I am away.").Said.ShouldBeEmpty();
    }

    [Fact]
    public void A_person_who_writes_fast_or_says_one_thing_slowly_is_none()
    {
        var fast = Begin();
        fast.Pace = TimeSpan.FromMilliseconds(10);
        var slow = Begin();
        for (var i = 0; i < 50; i++)
        {
            fast.Say($"message {i}").Said.Count.ShouldBe(2);
            slow.Say("hello").Said.Count.ShouldBe(2);
        }
    }

    [Fact]
    public void Another_text_is_heard_again() => Echoing().Say("Sorry, my mistake.").Said.ShouldBe(["What?", "Try again."]);

    [Fact]
    public void After_a_pause_it_is_heard_again() => Echoing().After(TimeSpan.FromSeconds(30)).Say("What?").Said.ShouldBe(["What?", "Try again."]);

    [Fact]
    public void Apologies_for_faults_count_too()
    {
        var chat = new Chat(Read(
            BotFile("{ size: { type: number } }", "{ started: start, not-understood: bad }"),
            Dialog("start", "- { id: h, say: Hi. }"), Dialog("bad", "- set: { size: $number(\"x\") }"))).Begin();
        for (var i = 0; i < 20; i++)
        {
            chat.Say("Something went wrong on our side. Please try again later.");
        }

        chat.Said.ShouldBeEmpty();
    }
}
