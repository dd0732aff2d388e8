using Spark.Actions;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Expressions;
using Spark.Runtime.Tests.Support;
using Spark.Runtime.Turns;
using Spark.Webhooks;

namespace Spark.Runtime.Tests.Answers;

public sealed class AnswerDeskTests : IDisposable
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(8);

    private readonly TempFolder folder = new();
    private readonly CollectingChannel channel = new("desk", ReplyPath.Answer);
    private readonly TaskCompletionSource<ActionResult<Value>> action = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_the_event_caused_is_the_answer()
    {
        await using var runtime = await StartAsync();
        runtime.Engine.OnRun = (_, state, _) => ScriptedEngine.Say(state, "one", "two");

        var accepted = await runtime.SayAsync(channel, "hello");
        var answer = await AnswerAsync(runtime, accepted);

        answer.ShouldBe("one|two");
        channel.Sent.All.ShouldBeEmpty();
        runtime.Query("SELECT status, answered_by, attempts FROM outbox").ShouldBe(["13 1 1", "13 1 1"]);
    }

    [Fact]
    public async Task Five_deliveries_at_once_get_the_same_answer_from_one_turn_that_takes_its_time()
    {
        await using var runtime = await StartAsync();

        var answers = Enumerable.Range(0, 5).Select(async _ =>
        {
            var accepted = await runtime.SayAsync(channel, "hello", "m1");
            return await AnswerAsync(runtime, accepted);
        }).ToList();
        await runtime.Directory.Actions.NextAsync();
        answers.ShouldAllBe(answer => !answer.IsCompleted);
        action.SetResult(ActionResult.Ok(Value.Null));

        (await Task.WhenAll(answers)).ShouldAllBe(answer => answer == "wait|done");
        runtime.Query("SELECT count(*) FROM events").ShouldBe(["2"]);
    }

    [Fact]
    public async Task A_later_delivery_gets_the_same_answer_again()
    {
        await using (var runtime = await StartAsync())
        {
            (await AnswerAsync(runtime, await runtime.SayAsync(channel, "plain", "m1"))).ShouldBe("You said plain");
            (await AnswerAsync(runtime, await runtime.SayAsync(channel, "other", "m2"))).ShouldBe("You said other");
        }

        await using var restarted = await StartAsync();
        var again = await restarted.SayAsync(channel, "plain", "m1");

        again.IsDuplicate.ShouldBeTrue();
        (await AnswerAsync(restarted, again)).ShouldBe("You said plain");
    }

    [Fact]
    public async Task What_comes_after_the_budget_leaves_with_the_next_answer()
    {
        await using var runtime = await StartAsync();

        var first = AnswerAsync(runtime, await runtime.SayAsync(channel, "hello"));
        await runtime.Clock.Timers.NextAsync(due => due == Budget);
        runtime.Clock.Advance(Budget);
        (await first).ShouldBe("wait");
        action.SetResult(ActionResult.Ok(Value.Null));
        await runtime.Store.Commits.NextAsync(one => one.Commit.Event is ActionEnded);
        var second = await AnswerAsync(runtime, await runtime.SayAsync(channel, "plain"));

        second.ShouldBe("done|You said plain");
        runtime.Query("SELECT answered_by FROM outbox WHERE answered_by IS NOT NULL ORDER BY sequence, position").ShouldBe(["1", "3", "3"]);
    }

    [Fact]
    public async Task Nothing_to_say_is_no_answer_of_the_bot()
    {
        await using var runtime = await StartAsync();
        runtime.Engine.OnRun = (_, state, _) => ScriptedEngine.Do(state);

        (await AnswerAsync(runtime, await runtime.SayAsync(channel, "hello"))).ShouldBeNull();
    }

    [Fact]
    public async Task A_message_of_a_later_event_waits_for_its_own_answer()
    {
        await using var runtime = await StartAsync();
        var first = await runtime.SayAsync(channel, "plain", "m1");
        var second = await runtime.SayAsync(channel, "other", "m2");

        (await AnswerAsync(runtime, first)).ShouldBe("You said plain");
        (await AnswerAsync(runtime, second)).ShouldBe("You said other");
    }

    [Fact]
    public async Task A_handover_leaves_with_the_answer_and_comes_back_as_an_event()
    {
        await using var runtime = await StartAsync();
        HandOver(runtime.Engine);

        var answer = await AnswerAsync(runtime, await runtime.SayAsync(channel, "human"));
        var ended = (HandoverEnded)await runtime.Engine.Runs.NextAsync(run => run is HandoverEnded);
        await runtime.Store.Commits.NextAsync(one => one.Commit.Event is HandoverEnded);

        answer.ShouldBe("bye!");
        ended.Succeeded.ShouldBeTrue();
        runtime.Query("SELECT status, answered_by FROM outbox").ShouldBe(["13 1"]);
        runtime.Query("SELECT owner FROM conversations").ShouldBe([$"{(int)Owner.Provider}"]);
    }

    [Fact]
    public async Task A_handover_that_was_answered_before_a_crash_comes_back_after_it()
    {
        await using var crashed = await StartAsync();
        HandOver(crashed.Engine);
        var accepted = await crashed.SayAsync(channel, "human");
        await crashed.StopAsync();
        (await AnswerAsync(crashed, accepted)).ShouldBe("bye!");
        crashed.Query("SELECT status FROM outbox").ShouldBe(["1"]);

        var engine = new ScriptedEngine();
        HandOver(engine);
        await using var restarted = await TestRuntime.StartAsync(folder, new(), engine, channel);
        var committed = await restarted.Store.Commits.NextAsync(one => one.Commit.Event is HandoverEnded);

        ((HandoverEnded)committed.Commit.Event).Succeeded.ShouldBeTrue();
        restarted.Query("SELECT status FROM outbox").ShouldBe(["13"]);
    }

    [Fact]
    public async Task A_channel_that_cannot_render_is_asked_again_by_the_next_delivery()
    {
        await using var runtime = await StartAsync();
        channel.CanRender = false;
        var failed = await runtime.Desk.AnswerAsync(
            channel, runtime.Request(), await runtime.SayAsync(channel, "plain", "m1"), Budget, TestContext.Current.CancellationToken);

        channel.CanRender = true;
        var again = await AnswerAsync(runtime, await runtime.SayAsync(channel, "plain", "m1"));

        failed!.Status.ShouldBe(500);
        again.ShouldBe("You said plain");
    }

    [Fact]
    public async Task A_turn_of_another_node_is_seen_while_an_answer_is_waited_for()
    {
        await using var runtime = await StartAsync();
        await runtime.Nodes.Listed.NextAsync();
        runtime.Node.HasPeers = true;
        var answer = AnswerAsync(runtime, await runtime.SayAsync(channel, "hello"));
        await runtime.Clock.Timers.NextAsync(due => due == TimeSpan.FromMilliseconds(250));

        runtime.Engine.OnRun = (_, state, _) => ScriptedEngine.Say(state with { Waiting = null }, "done elsewhere");
        var accepted = await runtime.AnotherRunner().AcceptAsync(channel.Instance, TestRuntime.Message("plain"), TestContext.Current.CancellationToken);
        runtime.Clock.Advance(TimeSpan.FromMilliseconds(250));

        (await answer).ShouldBe("wait");
        accepted.Sequence.ShouldBe(2);
    }

    private static void HandOver(ScriptedEngine engine) => engine.OnRun = (_, state, happened) => happened is HandoverEnded
        ? ScriptedEngine.Do(state with { Owner = Owner.Provider, OwnerEpoch = state.OwnerEpoch + 1, Waiting = null })
        : ScriptedEngine.Await(state with { Owner = Owner.Queued }, isHandover: true, ScriptedEngine.Handover("bye"));

    // "hello" says "wait", awaits an action, and then says "done"; anything else is repeated at once.
    private async Task<TestRuntime> StartAsync()
    {
        var runtime = await TestRuntime.StartAsync(folder, channel);
        var repeat = runtime.Engine.OnRun;
        runtime.Engine.OnRun = (bot, state, happened) => happened switch
        {
            ActionEnded => ScriptedEngine.Say(state with { Waiting = null }, "done"),
            _ when ScriptedEngine.TextOf(happened) == "hello" =>
                ScriptedEngine.Await(state, ScriptedEngine.Message("wait"), ScriptedEngine.Action("pause")),
            _ => repeat(bot, state, happened),
        };
        runtime.Directory.OnAction = (_, _, _) => action.Task;
        return runtime;
    }

    private async Task<string?> AnswerAsync(TestRuntime runtime, Accepted accepted)
    {
        WebhookResponse? response = await runtime.Desk.AnswerAsync(
            channel, runtime.Request(), accepted, Budget, TestContext.Current.CancellationToken);
        return response is null ? null : CollectingChannel.TextOf(response);
    }
}
