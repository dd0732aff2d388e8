using Spark.Engine.Conversations;
using Spark.Engine.Reading;
using Spark.Expressions;
using Spark.Testing.Hosts;
using Spark.Testing.Playing;
using Spark.Testing.Suites;
using Spark.Testing.Talking;
using Spark.Testing.Tests.Support;
using Spark.Testing.Writing;

namespace Spark.Testing.Tests.Talking;

public sealed class TalkStageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_stands_still_at_a_call_that_nobody_has_answered_and_goes_on_with_the_answer()
    {
        var waiting = await PlayAsync([Says("Ada")], []);
        waiting.Waits.ShouldNotBeNull().Action.ShouldBe("look-up");
        waiting.Arrivals.Select(arrival => arrival.Text).ShouldBe(["Hello", "What is your name?"]);

        var gone = await PlayAsync([Says("Ada")], [new(1, IsOffload: false, "look-up", new("ok", default))]);
        gone.Waits.ShouldBeNull();
        gone.Problems.ShouldBeEmpty();
        gone.Arrivals[^1].Text.ShouldBe("Fine, Ada.");
        gone.State!.Episode!.Outcome.ShouldBe(EpisodeOutcome.Resolved);
        gone.Turns[^1].Line.ShouldBe(1, "the answer led to the last turn");
    }

    [Fact]
    public async Task Each_turn_shows_its_steps_and_the_state_before_and_after()
    {
        var played = await PlayAsync([Says("Ada")], []);

        var turn = played.Turns[1];
        turn.Line.ShouldBe(0);
        turn.Steps.Select(step => (step.IsAction, step.Id, step.Step)).ShouldContain((true, "act", 0));
        turn.Before.Variables.ContainsKey("name").ShouldBeFalse();
        turn.Result.State.Variables["name"].AsString().ShouldBe("Ada");
    }

    [Fact]
    public async Task Time_passes_as_in_a_test()
    {
        var played = await PlayAsync([new ClockMoves(TimeSpan.FromDays(2), default)], []);

        played.Now.ShouldBe(VirtualClock.Beginning.AddDays(2));
        played.Turns[^1].Event.ShouldBeOfType<TimerDue>();
        played.State!.Episode!.Ended.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_conversation_that_uses_more_than_it_may_is_ended_with_what_it_was_so_far()
    {
        var talk = TalkOf([Says("Ada"), Says("Bob"), Says("Cyd")], [new(3, IsOffload: false, "look-up", new("ok", default))]);

        var played = await TalkStage.PlayAsync(SmallBot.Bot, talk, new(Turns: 2, TimeSpan.FromMinutes(1)), Token);

        played.Problems.ShouldHaveSingleItem().ShouldContain("2 turns");
        played.Turns.Count.ShouldBeLessThanOrEqualTo(3);
    }

    [Theory]
    [InlineData("ok", "main.fine")]
    [InlineData("failed", "main.sorry")]
    [InlineData("timeout", "main.sorry")]
    public async Task It_becomes_a_test_that_is_green(string result, string last)
    {
        var played = await PlayAsync(
            [new ClockMoves(TimeSpan.FromMinutes(90), default), Says("Ada \"the\" #1: yes")],
            [new(2, IsOffload: false, "look-up", new(result, Value.Parse("""{"a":[1,"b: c"]}""")))]);
        var expect = new Expectation
        {
            Ended = ExpectationCheck.HowItEnded(played.State),
            Calls = [new("look-up", 1)],
            Variables = [new("name", Value.From("Ada \"the\" #1: yes"))],
        };

        var text = new TalkTest(SmallBot.Bot.Bot, played).Write("tried", "somebody: is found", expect);

        text.ShouldContain("clock: +90m");
        text.ShouldContain($"bot: {last}");
        var again = await SmallBot.PlayAsync(text);
        again.IsGood.ShouldBeTrue(text + string.Join('\n', again.Problems.Concat(again.Lines.Select(line => line.ToString()))));
    }

    [Fact]
    public async Task A_dialog_can_be_begun_at_with_what_it_must_be_given()
    {
        var talk = TalkOf([Says("blue")], []) with { };
        var bot = Visited();
        talk = talk with { Test = talk.Test with { Start = new("inner", [new("room", Value.From("7"))]), BotSpeaksFirst = false } };

        var played = await TalkStage.PlayAsync(bot, talk, TalkLimits.Default, Token);

        played.Arrivals.Select(arrival => arrival.Text).ShouldBe(["Which colour has room 7?", "7 is blue."]);
        var text = new TalkTest(bot.Bot, played).Write("tried", "a room has a colour", new());
        var read = SuiteReader.Read(bot.Bot, [new("tests/tried.test.yaml", text)]);
        read.Findings.Select(finding => finding.ToString()).ShouldBeEmpty();
        (await TestStage.PlayAsync(bot, read.Suites[0].Tests[0], Hardship.None, Token)).IsGood.ShouldBeTrue(text);
    }

    private static PersonSays Says(string text) => new(text, default);

    private static Talk TalkOf(IReadOnlyList<ChatLine> chat, IReadOnlyList<TalkAnswer> answers) => new(
        new() { Suite = "talk", Name = "talk", Channel = "chat", Person = new() { Id = "person" }, Chat = chat, BotSpeaksFirst = true },
        [.. Enumerable.Range(0, chat.Count)],
        answers);

    private static Task<PlayedTalk> PlayAsync(IReadOnlyList<ChatLine> chat, IReadOnlyList<TalkAnswer> answers) =>
        TalkStage.PlayAsync(SmallBot.Bot, TalkOf(chat, answers), TalkLimits.Default, Token);

    private static TestBot Visited()
    {
        var source = new BotSource("visited", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["bot.yaml"] = "spark: 1\nbot: visited\nlanguages: [en]\nvariables:\n  colour: { type: text }\nevents: { started: outer }\n",
            ["dialogs/outer.yaml"] = "dialog: outer\nsteps:\n  - visit: inner\n    with: { room: \"9\" }\n",
            ["dialogs/inner.yaml"] =
                "dialog: inner\ninput: { room: text }\nsteps:\n  - id: which\n    ask: Which colour has room {room}?\n    into: colour\n  - id: so\n    say: \"{room} is {colour}.\"\n",
        });
        var read = BotReader.Read(source, new InstalledOffers());
        return new(read.Bot ?? throw new InvalidOperationException(string.Join('\n', read.Findings)), source);
    }
}
