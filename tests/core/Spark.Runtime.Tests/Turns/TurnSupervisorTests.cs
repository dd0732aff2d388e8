using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Expressions;
using Spark.Runtime.Tests.Support;

namespace Spark.Runtime.Tests.Turns;

public sealed class TurnSupervisorTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly CollectingChannel channel = new("web", ReplyPath.Call);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_poison_event_is_committed_as_a_fault_once_and_the_bot_answers()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Engine.OnRun = (_, _, _) => throw new InvalidOperationException("quotes the secret word");

        var accepted = await runtime.SayAsync(channel, "poison", "m1");
        var again = await runtime.SayAsync(channel, "poison", "m1");
        await runtime.Outbox.Ended.NextAsync();

        accepted.Fault!.Code.ShouldBe("SPK11007");
        accepted.Fault.Message.ShouldContain(nameof(InvalidOperationException));
        accepted.Fault.Message.ShouldNotContain("secret");
        again.IsDuplicate.ShouldBeTrue();
        channel.SentTexts.ShouldBe(["That failed."]);
        runtime.Query("SELECT fault IS NOT NULL FROM events").ShouldBe(["1"]);
    }

    [Theory]
    [InlineData("nl-BE", "Sorry, er ging iets mis. Probeer het later opnieuw.")]
    [InlineData("fr", "Sorry, something went wrong. Please try again later.")]
    public async Task When_the_answer_to_the_fault_throws_too_a_fixed_text_is_left(string language, string text)
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Engine.OnRun = (_, state, happened) => ScriptedEngine.TextOf(happened) == "hello"
            ? ScriptedEngine.Await(state with { Language = language }, ScriptedEngine.Action("pause"))
            : throw new InvalidOperationException();
        runtime.Engine.OnFail = (_, _, _, _) => throw new InvalidOperationException();

        await runtime.SayAsync(channel, "hello");
        await runtime.Outbox.Ended.NextAsync();

        channel.SentTexts.ShouldBe([text]);
        runtime.Engine.OnRun = (_, state, _) => ScriptedEngine.Say(state, state.Waiting is null ? "free" : "stuck");
        await runtime.SayAsync(channel, "and now");
        await runtime.Outbox.Ended.NextAsync();
        channel.SentTexts.Last().ShouldBe("free");
    }

    [Fact]
    public async Task A_desk_is_not_interrupted_by_our_faults()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Engine.OnRun = (_, state, happened) => ScriptedEngine.TextOf(happened) == "human"
            ? ScriptedEngine.Do(state with { Owner = Owner.Provider })
            : throw new InvalidOperationException();
        runtime.Engine.OnFail = (_, _, _, _) => throw new InvalidOperationException();

        await runtime.SayAsync(channel, "human");
        var accepted = await runtime.SayAsync(channel, "hello");

        accepted.Fault.ShouldNotBeNull();
        runtime.Query("SELECT count(*) FROM outbox").ShouldBe(["0"]);
    }

    [Fact]
    public async Task A_turn_that_cannot_be_written_is_a_fault_too()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Engine.OnRun = (_, state, _) => ScriptedEngine.Say(
            state with { Variables = state.Variables.Add("share", TooDeep()) }, "half of nothing");

        var accepted = await runtime.SayAsync(channel, "hello");
        await runtime.Outbox.Ended.NextAsync();

        accepted.Fault!.Code.ShouldBe("SPK11008");
        channel.SentTexts.ShouldBe(["That failed."]);
        runtime.Query("SELECT sequence, fault IS NOT NULL FROM events").ShouldBe(["1 1"]);
    }

    [Fact]
    public async Task Even_an_answer_that_cannot_be_written_leaves_a_fixed_text()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        TurnResult Poisoned(ConversationState state) => ScriptedEngine.Say(
            state with { Variables = state.Variables.Add("share", TooDeep()) }, "never");
        runtime.Engine.OnRun = (_, state, _) => Poisoned(state);
        runtime.Engine.OnFail = (_, state, _, _) => Poisoned(state);

        await runtime.SayAsync(channel, "hello");
        await runtime.Outbox.Ended.NextAsync();

        channel.SentTexts.ShouldBe(["Sorry, something went wrong. Please try again later."]);
    }

    [Fact]
    public async Task Without_a_bot_the_message_is_kept_and_the_person_is_told()
    {
        var orphan = new CollectingChannel("web", ReplyPath.Call) { Instance = channel.Instance with { Bot = "nobody" } };
        await using var runtime = await TestRuntime.StartAsync(folder, orphan);

        var accepted = await runtime.SayAsync(orphan, "hello");

        accepted.Fault!.Code.ShouldBe("SPK11005");
        runtime.Query("SELECT count(*) FROM events").ShouldBe(["1"]);
        await orphan.Sent.NextAsync();
    }

    private static Value TooDeep()
    {
        const int levels = 5_000;
        var value = Value.From("in the middle");
        for (var level = 0; level < levels; level++)
        {
            value = Value.Array([value]);
        }

        return value;
    }
}
