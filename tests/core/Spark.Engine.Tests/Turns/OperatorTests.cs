using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Engine.Tests.Support;
using Spark.Engine.Turns;
using Spark.Messages;
using Spark.Offload;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>An operator of the cockpit has the conversation.</summary>
public sealed class OperatorTests
{
    private static readonly string[] Keys = ["k"];

    private static readonly Bot Bot = Read(
        BotFile("{ note: { type: text } }", "{ started: start, agent-left: back }"),
        Dialog("start", "- { id: q, ask: Which one?, into: note }\n- { id: a, say: \"You said {note}.\" }"),
        Dialog("back", "- { id: b, say: \"Back ({sys.offload.reason}).\" }"));

    private static OperatorStepped Step(OperatorStep step, string account = "jo") =>
        new() { At = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero), Seed = 1, Operator = account, Name = "Jo", Step = step };

    private static Chat Taken() => new Chat(Bot).Begin().Run(Step(OperatorStep.Takes));

    private static DeskReported Reported(DeskEvent report) =>
        new() { At = new(2026, 3, 2, 9, 31, 0, TimeSpan.Zero), Seed = 1, Connection = DeskHold.Cockpit, Report = report };

    private static AgentMessage Said(string text, string account = "jo") => new() { ExternalId = account, Keys = Keys, Agent = "Jo", Parts = [new TextPart(text)] };

    [Fact]
    public void The_bot_is_silent_and_the_person_knows_who_is_there()
    {
        var chat = Taken();
        chat.State.Owner.ShouldBe(Owner.Provider);
        chat.State.OwnerEpoch.ShouldBe(chat.Before.OwnerEpoch + 1, "what the bot had still to say is withdrawn");
        chat.Said.ShouldBe(["Jo is with you now."]);
        chat.Last.ClosedEpisodes.ShouldHaveSingleItem().Outcome.ShouldBe(EpisodeOutcome.Escalated);
        chat.Say("the printer").Last.Effects.ShouldBeEmpty("the operator reads the transcript");
    }

    [Fact]
    public void What_the_operator_writes_reaches_the_person_under_the_operators_name()
    {
        var chat = Taken().Run(Reported(Said("Hello")));
        chat.Said.ShouldBe(["Hello"]);
        chat.Messages[0].Agent.ShouldBe("Jo");
    }

    [Fact]
    public void The_second_operator_changes_nothing_and_is_heard_by_nobody()
    {
        var chat = Taken().Run(Step(OperatorStep.Takes, "ada"));
        chat.Last.IsLate.ShouldBeTrue();
        chat.State.Desk!.Operator.ShouldBe("jo");
        chat.Run(Reported(Said("Me too", "ada"))).Last.Effects.ShouldBeEmpty();
        chat.Run(Step(OperatorStep.Ends, "ada")).State.Owner.ShouldBe(Owner.Provider);
    }

    [Fact]
    public void Given_back_the_bot_goes_on_with_its_dialog()
    {
        var chat = Taken().Run(Reported(new DeskClosed { ExternalId = "jo", Keys = Keys, Agent = "Jo" }));
        chat.State.Owner.ShouldBe(Owner.Bot);
        chat.State.Desk.ShouldBeNull();
        chat.Said.ShouldBe(["Back (closed)."]);
    }

    [Fact]
    public void Ended_the_bot_says_nothing_and_hears_the_next_message_as_a_beginning()
    {
        var chat = Taken().Run(Step(OperatorStep.Ends));
        chat.State.Owner.ShouldBe(Owner.Bot);
        chat.Last.Effects.ShouldBeEmpty();
        chat.State.IsOpen.ShouldBeFalse();
        chat.Say("hello").State.Episode!.Number.ShouldBe(2);
    }

    [Fact]
    public void An_operator_who_says_nothing_for_half_an_hour_does_not_keep_the_person_waiting()
    {
        var chat = Taken().Say("anybody?");
        chat.Due(Relay.Timer);
        chat.State.Owner.ShouldBe(Owner.Bot);
        chat.Said[^1].ShouldBe("Back (silent).");
        chat.Told.ShouldBeEmpty("there is nobody to be told");
    }
}
