using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Engine.Tests.Support;
using Spark.Expressions;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>The tries of an action: each an effect, the wait before it a timer, all of them under one key.</summary>
public sealed class RetryTests
{
    private static readonly Bot Bot = Read(
        BotFile("{ size: { type: number } }"),
        Dialog("start", """
            - run: act
              then:
                found: { id: f, say: "Found {size}." }
                failed: { id: x, say: "Failed: {$string(size)}" }
            """),
        Action("act", """
            - set: { size: 1 }
            - look-up: "{size} at {$millis()}"
              tries: 3
              timeout: 8s
              save: { size: count }
              outcomes: { found: result = "ok" }
              otherwise: failed
            """));

    [Fact]
    public void A_failed_try_is_made_again_after_a_wait_with_the_same_input_and_the_key_of_the_first()
    {
        var chat = new Chat(Bot).Begin();
        var first = Invoked(chat);
        first.Try.ShouldBe(1);
        first.First.ShouldBeNull();
        var effect = chat.Awaited();

        chat.End("failed").Said.ShouldBeEmpty();
        chat.Last.Effects.ShouldBeEmpty();
        chat.State.IsAtRest.ShouldBeFalse();
        var wait = chat.Timer.DueAt - chat.Happened.At;
        wait.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.2));

        chat.Due($"retry:{effect}");
        var second = Invoked(chat);
        second.Try.ShouldBe(2);
        second.First.ShouldBe(effect);
        second.Input.ToJson().ShouldBe(first.Input.ToJson());
        chat.Timer.Name.ShouldBe($"effect:{chat.Awaited()}");
        (chat.Timer.DueAt - chat.Happened.At).ShouldBe(TimeSpan.FromSeconds(38));
        chat.End("ok", """{"count":2}""").Said.ShouldBe(["Found 2."]);
    }

    [Theory]
    [InlineData("failed")]
    [InlineData("timeout")]
    [InlineData("unknown")]
    public void After_the_last_try_its_result_is_the_steps(string result)
    {
        var chat = new Chat(Bot).Begin();
        var key = chat.Awaited();
        Again(chat.End(result)).End(result);
        (chat.Timer.DueAt - chat.Happened.At).ShouldBeInRange(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2.4));
        Again(chat);
        Invoked(chat).Try.ShouldBe(3);
        Invoked(chat).First.ShouldBe(key);
        chat.End(result, """{"count":7}""").Said.ShouldBe(["Failed: 7"]);
    }

    [Theory]
    [InlineData("refused")]
    [InlineData("ok")]
    [InlineData("busy")]
    public void What_the_far_side_answered_is_no_reason_to_try_again(string result) =>
        new Chat(Bot).Begin().End(result, """{"count":7}""").Said.ShouldHaveSingleItem();

    [Fact]
    public void A_result_that_says_so_is_the_last()
    {
        var chat = new Chat(Bot).Begin();
        chat.Run(Ended(chat) with { IsFinal = true, Output = Value.Parse("""{"count":7}""") }).Said.ShouldBe(["Failed: 7"]);
    }

    [Fact]
    public void The_far_side_is_left_alone_for_as_long_as_it_asks()
    {
        var chat = new Chat(Bot).Begin();
        chat.Run(Ended(chat) with { RetryAfter = TimeSpan.FromSeconds(17) });
        (chat.Timer.DueAt - chat.Happened.At).ShouldBe(TimeSpan.FromSeconds(17));
    }

    [Fact]
    public void Nobody_is_kept_waiting_for_a_far_side_that_asks_for_longer_than_a_minute()
    {
        var chat = new Chat(Bot).Begin();
        chat.Run(Ended(chat) with { RetryAfter = TimeSpan.FromMinutes(10), Output = Value.Parse("""{"count":7}""") }).Said.ShouldBe(["Failed: 7"]);
    }

    [Fact]
    public void What_is_said_during_the_wait_is_heard_after_the_result()
    {
        var chat = new Chat(Bot).Begin().End("failed");
        chat.Say("hello?").Said.ShouldBeEmpty();
        Again(chat).End("ok", """{"count":2}""").Said[0].ShouldBe("Found 2.");
        chat.State.Deferred.ShouldBeEmpty();
    }

    [Fact]
    public void A_result_that_comes_twice_does_not_shorten_the_wait()
    {
        var chat = new Chat(Bot).Begin();
        var ended = Ended(chat);
        var timer = chat.Run(ended).Timer;
        chat.Run(ended).Timer.ShouldBe(timer);
        chat.Last.IsLate.ShouldBeTrue();
    }

    [Fact]
    public void A_deadline_that_passes_is_final_because_the_call_may_still_be_under_way()
    {
        var chat = new Chat(Bot).Begin();
        chat.Due(chat.Timer.Name).Said.ShouldBe(["Failed: "]);
    }

    private static ActionEnded Ended(Chat chat) => new()
    {
        At = chat.State.Episode!.Began, Seed = 1, Effect = chat.Awaited(), Result = "failed",
    };

    private static Chat Again(Chat chat) => chat.Due($"retry:{chat.Awaited()}");

    private static InvokeAction Invoked(Chat chat) => chat.Last.Effects.OfType<InvokeAction>().ShouldHaveSingleItem();
}
