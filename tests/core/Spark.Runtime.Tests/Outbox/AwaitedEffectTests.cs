using Spark.Actions;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Expressions;
using Spark.Offload;
using Spark.Runtime.Tests.Support;

namespace Spark.Runtime.Tests.Outbox;

public sealed class AwaitedEffectTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly CollectingChannel channel = new("web", ReplyPath.Call);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_actions_result_is_the_next_event_and_ends_its_row()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Engine.OnRun = (_, state, happened) => happened is ActionEnded
            ? ScriptedEngine.Say(state with { Waiting = null }, "done")
            : ScriptedEngine.Await(state, ScriptedEngine.Action("pause"));

        await runtime.SayAsync(channel, "hello");
        var result = (ActionEnded)await runtime.Engine.Runs.NextAsync(run => run is ActionEnded);
        await runtime.Outbox.Ended.NextAsync();

        result.Result.ShouldBe("ok");
        result.Output["ticket"].AsString().ShouldBe("T1");
        var call = runtime.Directory.Actions.All.ShouldHaveSingleItem();
        call.Timeout.ShouldBe(TimeSpan.FromSeconds(30));
        call.Context.Attempt.ShouldBe(1);
        runtime.Query("SELECT sequence, cause FROM events").ShouldBe(["1 1", "2 1"]);
        runtime.Query("SELECT sequence, status, cause FROM outbox").ShouldBe(["1 10 1", "2 10 1"]);
        runtime.Query("SELECT source, key, sequence FROM seen ORDER BY sequence").ShouldBe(["web hello 1", "effect: 1.0 2"]);
    }

    [Theory]
    [InlineData("failed", 11)]
    [InlineData("timeout", 12)]
    [InlineData("no-such-account", 10)]
    public async Task Every_end_of_an_action_comes_back(string result, int status)
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Engine.OnRun = (_, state, happened) => happened is ActionEnded
            ? ScriptedEngine.Do(state with { Waiting = null })
            : ScriptedEngine.Await(state, ScriptedEngine.Action("pause"));
        runtime.Directory.OnAction = (_, _, _) => Task.FromResult(new ActionResult<Value> { Result = result, Reason = "why" });

        await runtime.SayAsync(channel, "hello");
        var ended = (ActionEnded)await runtime.Engine.Runs.NextAsync(run => run is ActionEnded);
        await runtime.Store.Commits.NextAsync(one => one.Commit.Event is ActionEnded);

        (ended.Result, ended.Reason).ShouldBe((result, "why"));
        runtime.Query("SELECT status FROM outbox").ShouldBe([$"{status}"]);
    }

    [Fact]
    public async Task Messages_are_heard_by_the_engine_while_an_effect_runs()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        var release = new TaskCompletionSource<ActionResult<Value>>();
        runtime.Directory.OnAction = (_, _, _) => release.Task;
        runtime.Engine.OnRun = (_, state, happened) => happened switch
        {
            ActionEnded => ScriptedEngine.Say(state with { Waiting = null, Deferred = [] }, "heard " + state.Deferred.Count),
            InboundReceived { Inbound: MessageReceived message } when state.Waiting is WaitingForEffect =>
                ScriptedEngine.Do(state with { Deferred = state.Deferred.Add(new(state.Sequence + 1, message)) }),
            _ => ScriptedEngine.Await(state, ScriptedEngine.Action("pause")),
        };

        await runtime.SayAsync(channel, "hello");
        await runtime.Directory.Actions.NextAsync();
        await runtime.SayAsync(channel, "one");
        await runtime.SayAsync(channel, "two");
        release.SetResult(ActionResult.Ok(Value.Null));
        await runtime.Outbox.Ended.NextAsync();

        channel.SentTexts.ShouldBe(["heard 2"]);
    }

    [Fact]
    public async Task A_result_waits_for_a_store_that_is_away()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Engine.OnRun = (_, state, happened) => happened is ActionEnded
            ? ScriptedEngine.Say(state with { Waiting = null }, "done")
            : ScriptedEngine.Await(state, ScriptedEngine.Action("pause"));
        var release = new TaskCompletionSource<ActionResult<Value>>();
        runtime.Directory.OnAction = (_, _, _) => release.Task;

        await runtime.SayAsync(channel, "hello");
        await runtime.Directory.Actions.NextAsync();
        runtime.Store.BeAwayFor(1);
        release.SetResult(ActionResult.Ok(Value.Null));
        await runtime.Clock.Timers.NextAsync(due => due == TimeSpan.FromMilliseconds(50));
        runtime.Clock.Advance(TimeSpan.FromSeconds(1));
        await runtime.Outbox.Ended.NextAsync();

        runtime.Directory.Actions.All.Count.ShouldBe(1, "the action is not run again for the store's sake");
        runtime.Query("SELECT count(*) FROM events").ShouldBe(["2"]);
    }

    [Fact]
    public async Task An_offload_waits_for_the_messages_before_it_and_sees_the_transcript()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Engine.OnRun = (_, state, happened) => happened switch
        {
            OffloadDecided => ScriptedEngine.Say(state with { Waiting = null }, "taken"),
            _ when ScriptedEngine.TextOf(happened) == "human" => ScriptedEngine.Await(
                state,
                ScriptedEngine.Message("one moment"),
                new OpenOffload
                {
                    Connection = "desk",
                    Queue = "it",
                    Fields = Value.Parse("""{"urgency":"high"}"""),
                    Variables = Value.Undefined,
                    TranscriptLines = 3,
                    Language = "en",
                }),
            _ => ScriptedEngine.Say(state, "hi"),
        };
        var first = new TaskCompletionSource<Delivery>();

        await runtime.SayAsync(channel, "hello");
        await runtime.Outbox.Ended.NextAsync();
        channel.OnSend = (_, _) => first.Task;
        await runtime.SayAsync(channel, "human");
        await channel.Sent.NextAsync(message => channel.Sent.All.Count == 2);
        runtime.Directory.Offloads.All.ShouldBeEmpty();
        first.SetResult(Delivery.Delivered);
        var (connection, request) = await runtime.Directory.Offloads.NextAsync();
        await runtime.Outbox.Ended.NextAsync(ended => ended.Address.Effect.Sequence == 3);

        connection.ShouldBe("desk");
        request.Queue.ShouldBe("it");
        request.ConversationId.ShouldBe("c1");
        request.ChannelInstance.ShouldBe("web");
        request.Channel.ShouldBe("test-channel");
        request.Fields.GetRawText().ShouldBe("""{"urgency":"high"}""");
        request.Variables.GetRawText().ShouldBe("{}");
        request.Transcript.Select(line => (line.FromPerson, line.Text)).ShouldBe([(false, "hi"), (true, "human"), (false, "one moment")]);
    }

    [Fact]
    public async Task An_effect_of_an_old_owner_is_not_done_and_its_result_comes_all_the_same()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Engine.OnRun = (_, state, happened) => happened switch
        {
            OffloadDecided => ScriptedEngine.Do(state),
            _ when ScriptedEngine.TextOf(happened) == "take over" => ScriptedEngine.Do(state with { OwnerEpoch = state.OwnerEpoch + 1 }),
            _ => ScriptedEngine.Await(
                state,
                ScriptedEngine.Message("one moment"),
                new OpenOffload { Connection = "desk", Fields = Value.Object([]), Variables = Value.Object([]), Language = "en" }),
        };
        var first = new TaskCompletionSource<Delivery>();
        channel.OnSend = (_, _) => first.Task;

        await runtime.SayAsync(channel, "human");
        await channel.Sent.NextAsync();
        await runtime.SayAsync(channel, "take over");
        first.SetResult(Delivery.Delivered);
        var decided = (OffloadDecided)await runtime.Engine.Runs.NextAsync(run => run is OffloadDecided);
        await runtime.Store.Commits.NextAsync(one => one.Commit.Event is OffloadDecided);

        decided.Decision.Result.ShouldBe(OffloadResult.Failed);
        runtime.Directory.Offloads.All.ShouldBeEmpty();
        runtime.Query("SELECT status FROM outbox WHERE position = 1").ShouldBe(["14"]);
    }
}
