using Spark.Engine.Conversations;
using Spark.Engine.Reading;
using Spark.Expressions;
using Spark.Offload;
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

    [Fact]
    public async Task An_agent_who_has_it_says_something_and_gives_it_back()
    {
        var bot = Desked();
        var talk = TalkOf(
            [Says("help"), new AgentSays("Have you tried: \"again\"?", default), Says("yes"), new AgentSays(null, default)],
            [new(1, IsOffload: true, "desk", StubReply.OfDesk(OffloadResult.Accepted, null))]);
        talk = talk with { Places = [0, 2, 3, 4] };

        var away = await TalkStage.PlayAsync(bot, talk with { Test = talk.Test with { Chat = [.. talk.Test.Chat.Take(3)] }, Places = [0, 2, 3] }, TalkLimits.Default, Token);
        (away.State!.Owner, away.Arrivals[^1].Text).ShouldBe((Owner.Provider, "One moment."), "the bot does not answer what the person tells the agent");

        var back = await TalkStage.PlayAsync(bot, talk, TalkLimits.Default, Token);
        (back.State!.Owner, back.Arrivals[^1].Text, back.Turns[^1].Line).ShouldBe((Owner.Bot, "Here I am again.", 4));
        var text = new TalkTest(bot.Bot, back).Write("tried", "an agent helps", new() { Ended = ExpectationCheck.HowItEnded(back.State) });
        text.ShouldContain("""- agent: "Have you tried: \"again\"?" """.TrimEnd());
        text.ShouldContain("- agent: { leaves: true }");
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

    private static TestBot Desked()
    {
        var source = new BotSource("desked", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["bot.yaml"] =
                "spark: 1\nbot: desked\nlanguages: [en]\nvariables:\n  what: { type: text }\nconnections:\n  desk: { plugin: queue }\nevents: { started: main, agent-left: back }\n",
            ["dialogs/main.yaml"] =
                "dialog: main\nsteps:\n  - id: what\n    ask: What is it?\n    into: what\n  - id: moment\n    say: One moment.\n  - run: hand\n    then: { lost: lost }\n",
            ["dialogs/back.yaml"] = "dialog: back\nsteps:\n  - id: here\n    say: Here I am again.\n    end: resolved\n",
            ["dialogs/lost.yaml"] = "dialog: lost\nsteps:\n  - id: no\n    say: Nobody comes.\n    end: failed\n",
            ["actions/hand.yaml"] = "action: hand\nsteps:\n  - offload: desk\n    outcomes: {}\n    otherwise: lost\n",
        });
        var read = BotReader.Read(source, new InstalledOffers { OffloadProviders = new Dictionary<string, OffloadKind>(StringComparer.Ordinal) { ["queue"] = OffloadKind.Owner } });
        return new(read.Bot ?? throw new InvalidOperationException(string.Join('\n', read.Findings)), source);
    }

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
