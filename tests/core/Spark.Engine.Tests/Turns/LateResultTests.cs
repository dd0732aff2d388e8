using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Engine.Tests.Support;
using Spark.Expressions;
using Spark.Offload;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>A result that nobody waits for any more is recorded, and told where the bot has a dialog for it.</summary>
public sealed class LateResultTests
{
    private static readonly (string, string) Act = Action("act", "- look-up: x\n  otherwise: done");

    private static readonly (string, string) News = Dialog(
        "news", "- { id: n, say: \"{sys.late.action} came to {sys.late.result} {sys.late.output.count}{sys.late.output.ticket.number}.\" }");

    private static Bot Bot(string after, string events = "{ started: start, late-result: news }", params (string, string)[] more) => Read(
    [
        BotFile("{ note: { type: text } }", events), Act, News, .. more,
        Dialog("start", "- run: act\n  then:\n    done: next\n" + after),
        Dialog("again", "- run: act\n  then:\n    done: { id: d, say: Again. }", "trigger: { intents: [again] }"),
        ("intents.yaml", "again:\n  en: [again]\n"),
    ]);

    private static Chat TimedOut(string after) => TimedOut(Bot(after));

    private static Chat TimedOut(Bot bot) => new Chat(bot).Begin().Due("effect:1.0");

    private static ActionEnded Late(long sequence = 1) => new()
    {
        At = DateTimeOffset.UnixEpoch, Seed = 1, Effect = new(sequence, 0), Result = "ok", Output = Value.Parse("""{"count":3}"""),
    };

    [Fact]
    public void It_is_told_when_nothing_is_under_way()
    {
        var chat = TimedOut("- { id: s, say: Done. }").Run(Late());
        chat.Said.ShouldBe(["act came to ok 3."]);
        chat.Last.IsLate.ShouldBeTrue();
        chat.State.Late.ShouldBeNull();
    }

    [Fact]
    public void A_question_under_way_is_asked_again_afterwards()
    {
        var chat = TimedOut("- { id: q, ask: Which?, into: note }\n- { id: s, say: \"{note}.\" }").Run(Late());
        chat.Said.ShouldBe(["act came to ok 3.", "Which?"]);
        chat.Say("This").Said.ShouldBe(["This."]);
    }

    [Fact]
    public void It_waits_while_another_effect_is_under_way()
    {
        var chat = TimedOut("- { id: s, say: Done. }").Say("again").Run(Late());
        chat.Said.ShouldBeEmpty();
        chat.End("ok").Said.ShouldBe(["Again.", "act came to ok 3."]);
    }

    [Fact]
    public void After_the_episode_has_ended_it_begins_another()
    {
        var chat = TimedOut("- end: resolved").Run(Late());
        chat.Said.ShouldBe(["act came to ok 3."]);
        chat.State.Episode!.Number.ShouldBe(2);
    }

    [Fact]
    public void A_late_ticket_is_told()
    {
        var chat = new Chat(Read(
            BotFile(events: "{ started: start, late-result: news }"), News,
            Dialog("start", "- run: open\n  then:\n    done: { id: d, say: Sorry. }"),
            Action("open", "- offload: incidents\n  otherwise: done"))).Begin().Due("effect:1.0");
        chat.Run(new OffloadDecided
        {
            At = default, Seed = 1, Effect = new(1, 0), Decision = new() { Result = OffloadResult.Created, Ticket = new() { Number = "INC1" } },
        }).Said.ShouldBe(["open came to created INC1."]);
    }

    [Fact]
    public void It_comes_once()
    {
        var chat = TimedOut("- { id: s, say: Done. }").Run(Late()).Run(Late());
        chat.Last.Effects.ShouldBeEmpty();
        chat.Last.IsLate.ShouldBeTrue();
    }

    [Fact]
    public void Without_a_dialog_for_it_and_at_a_desk_it_is_recorded_only()
    {
        var silent = TimedOut(Bot("- { id: s, say: Done. }", "{ started: start, idle: news }")).Run(Late());
        silent.Last.Effects.ShouldBeEmpty();
        silent.Last.IsLate.ShouldBeTrue();
        silent.State.Late.ShouldBeNull();
        var desk = TimedOut("- { id: s, say: Done. }").Alter(state => state with { Owner = Owner.Provider }).Run(Late());
        desk.Last.Effects.ShouldBeEmpty();
        desk.State.Late.ShouldBeNull();
    }

    [Fact]
    public void A_dialog_that_fails_to_tell_it_is_apologised_for_once()
    {
        var chat = TimedOut(Bot("- { id: s, say: Done. }", "{ started: start, late-result: bad }", more: Dialog("bad", "- set: { note: $number(\"x\") }\n- visit: news")));
        chat.Run(Late()).Said.ShouldBe(["Something went wrong on our side. Please try again later."]);
        chat.Last.Fault.ShouldNotBeNull();
        chat.Say("x").State.Late.ShouldBeNull();
    }

    [Fact]
    public void Only_so_many_are_remembered()
    {
        var chat = TimedOut("- { id: s, say: Done. }");
        for (var i = 0; i < 20; i++)
        {
            chat.Say("again").Due($"effect:{chat.State.Sequence}.0");
        }

        chat.State.Late!.Left.Count.ShouldBe(8);
        chat.Run(Late()).Last.Effects.ShouldBeEmpty();
    }

    [Fact]
    public void A_large_output_is_not_kept()
    {
        var large = Late() with { Output = Value.Parse($$"""{"count":"{{new string('x', 20_000)}}"}""") };
        TimedOut("- { id: s, say: Done. }").Run(large).Said.ShouldBe(["act came to ok ."]);
    }
}
