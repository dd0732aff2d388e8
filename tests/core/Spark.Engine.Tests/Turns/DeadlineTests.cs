using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Engine.Tests.Support;
using Spark.Offload;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>Every awaited effect has a deadline: a conversation goes on even where no result ever comes.</summary>
public sealed class DeadlineTests
{
    private static readonly (string, string) Start = Dialog("start", """
        - { id: m, say: One moment. }
        - run: act
          then:
            found: { id: f, say: Found. }
            late: { id: l, say: "Too late." }
            failed: { id: x, say: Failed. }
            queued: { end: escalated }
        """);

    private static Bot Acting(string timeout = "") => Read(BotFile(), Start, Action(
        "act", $"- look-up: x\n{timeout}  outcomes:\n    found: result = \"ok\"\n    late: result = \"timeout\"\n    queued: result = \"never\"\n  otherwise: failed"));

    private static Bot Offloading(string connection) => Read(BotFile(), Start, Action(
        "act",
        $"- offload: {connection}\n  outcomes:\n    found: result = \"created\"\n    late: result = \"unknown\"\n    queued: result = \"accepted\"\n  otherwise: failed"));

    [Fact]
    public void An_action_commits_with_its_timeout_and_its_deadline()
    {
        var chat = new Chat(Acting()).Begin();
        chat.Last.Effects.OfType<InvokeAction>().Single().Timeout.ShouldBe(TimeSpan.FromSeconds(30));
        chat.Timer.Name.ShouldBe("effect:1.1");
        chat.Timer.Generation.ShouldBe(1);
        chat.Timer.DueAt.ShouldBe(chat.State.Episode!.Began.AddSeconds(60));
        var slow = new Chat(Acting("  timeout: 2m\n")).Begin();
        slow.Last.Effects.OfType<InvokeAction>().Single().Timeout.ShouldBe(TimeSpan.FromMinutes(2));
        slow.Timer.DueAt.ShouldBe(slow.State.Episode!.Began.AddSeconds(150));
    }

    [Fact]
    public void A_deadline_that_passes_is_the_outcome_timeout()
    {
        var chat = new Chat(Acting()).Begin().Due("effect:1.1");
        chat.Said.ShouldBe(["Too late."]);
        chat.Last.Fault.ShouldBeNull();
        chat.Last.IsLate.ShouldBeFalse();
        chat.Timer.Name.ShouldBe("idle");
    }

    [Theory]
    [InlineData("incidents", "Too late.")]
    [InlineData("desk", "Failed.")]
    public void An_offload_that_nobody_decides_ends_as_its_kind_of_provider_can(string connection, string said)
    {
        var chat = new Chat(Offloading(connection)).Begin();
        chat.Last.Effects.OfType<OpenOffload>().Single().Timeout.ShouldBe(TimeSpan.FromSeconds(connection == "desk" ? 30 : 180));
        chat.Due(chat.Timer.Name).Said[^1].ShouldBe(said);
        chat.State.Owner.ShouldBe(Owner.Bot);
    }

    [Fact]
    public void A_handover_that_never_ends_gives_the_conversation_back()
    {
        var chat = new Chat(Offloading("desk")).Begin().Decide(OffloadDecision.Of(OffloadResult.Accepted));
        var sent = chat.State.Sequence;
        chat.Timer.Name.ShouldBe($"effect:{sent}.0");
        (chat.Timer.DueAt - chat.State.Episode!.Began).ShouldBe(TimeSpan.FromMinutes(20) + TimeSpan.FromSeconds(1));
        var epoch = chat.State.OwnerEpoch;
        chat.Say("hello?").Timer.Generation.ShouldBe(sent);
        chat.Due($"effect:{sent}.0").Said.ShouldBe(["One moment.", "Failed.", "Sorry, I did not understand that. Could you say it in other words?"]);
        chat.State.Owner.ShouldBe(Owner.Bot);
        chat.State.OwnerEpoch.ShouldBe(epoch + 1);
        var late = new HandoverEnded { At = default, Seed = 1, Effect = new(sent, 0), Succeeded = true };
        chat.Run(late).Last.IsLate.ShouldBeTrue();
        chat.State.Owner.ShouldBe(Owner.Bot);
    }

    [Fact]
    public void The_result_removes_the_deadline_and_its_event_changes_nothing_any_more()
    {
        var chat = new Chat(Acting()).Begin();
        var timer = chat.Timer;
        chat.End("ok").Timer.Name.ShouldBe("idle");
        var before = chat.State;
        chat.Fire(timer).Last.Effects.ShouldBeEmpty();
        ConversationJson.Write(chat.State with { Sequence = before.Sequence }).ShouldBe(ConversationJson.Write(before));
    }

    [Fact]
    public void A_timer_of_another_generation_changes_nothing()
    {
        var chat = new Chat(Acting()).Begin();
        chat.Fire(chat.Timer with { Generation = 7 }).Last.Effects.ShouldBeEmpty();
        chat.State.Waiting.ShouldBeOfType<WaitingForEffect>();
        chat.Timer.Generation.ShouldBe(1);
    }

    [Fact]
    public void A_wait_that_is_left_takes_its_deadline_along()
    {
        var chat = new Chat(Acting()).Begin();
        chat.Use(Acting("  timeout: 9s\n")).Say("hello");
        chat.State.Waiting.ShouldBeNull();
        chat.Timer.Name.ShouldBe("idle");
    }

    [Fact]
    public void A_state_from_before_there_were_deadlines_gets_one()
    {
        var chat = new Chat(Acting()).Begin();
        var old = chat.State with { Timers = [] };
        var result = Engine.Turns.DialogEngine.Run(Acting(), old, new TimerDue { At = chat.State.Episode!.Began, Seed = 1, Name = "x", Generation = 1 });
        result.State.Timers.ShouldHaveSingleItem().DueAt.ShouldBe(chat.State.Episode!.Began.AddSeconds(60));
    }
}
