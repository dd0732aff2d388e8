using Spark.Actions;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Expressions;
using Spark.Runtime.Outbox;
using Spark.Runtime.Outbox.Lanes;
using Spark.Runtime.Tests.Support;
using Spark.Runtime.Turns;
using Spark.Tests;

namespace Spark.Runtime.Tests.Outbox;

/// <summary>Calls that come back while their effects go from one id of this node to the next.</summary>
public sealed class LostLeaseTests : IDisposable
{
    private static readonly EffectAddress First = new(ConversationKey.Of("web", "c1"), new(1, 0));

    private readonly TempFolder folder = new();
    private readonly CollectingChannel channel = new("web", ReplyPath.Call);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_message_whose_call_returns_while_it_is_taken_over_anew_is_not_sent_again()
    {
        await using var runtime = await StartAsync();
        runtime.Engine.OnRun = (_, state, _) => ScriptedEngine.Say(state, "one", "two");
        var call = new TaskCompletionSource<Delivery>();
        channel.OnSend = (_, _) => channel.Sent.All.Count switch
        {
            1 => Task.FromResult(Delivery.Unknown("no answer")),
            2 => call.Task,
            _ => Task.FromResult(Delivery.Delivered),
        };
        await runtime.SayAsync(channel, "hello");
        await SecondAttemptAsync(runtime);
        var written = new TaskCompletionSource();
        runtime.Outbox.AfterTakingOver = async () =>
        {
            runtime.Outbox.BeforeEnd = () => written.Task;
            call.SetResult(Delivery.Delivered);
            await PutDownAsync(runtime);
        };

        await runtime.LoseLeaseAsync();
        await runtime.Outbox.TakenOver.NextAsync(count => count == 2);

        // Its lane has begun with it by then, and as it may have arrived before, its next write would be that of a third attempt.
        using (await runtime.Get<TakeOverOrder>().EnterAsync(conversation: null, Cancelled))
        {
            written.SetResult();
        }

        await runtime.Outbox.Ended.NextAsync(ended => ended.Address.Effect.Index == 1);
        channel.SentTexts.ShouldBe(["one", "one", "two"]);
        runtime.Query("SELECT status, attempts FROM outbox ORDER BY position").ShouldBe(["10 2", "10 1"]);
    }

    [Fact]
    public async Task A_message_whose_call_outlasts_two_leases_has_ended_before_it_is_taken_over_once_more()
    {
        await using var runtime = await StartAsync();
        var call = new TaskCompletionSource<Delivery>();
        channel.OnSend = (_, _) => call.Task;
        await runtime.SayAsync(channel, "hello");
        await channel.Sent.NextAsync();
        await runtime.LoseLeaseAsync();
        await runtime.Outbox.TakenOver.NextAsync(count => count == 1);
        var second = runtime.Node.Id;
        var stands = new TaskCompletionSource<IReadOnlyList<string>>();
        runtime.Outbox.BeforeTakingOver = async () =>
        {
            if (runtime.Node.Id != second && call.TrySetResult(Delivery.Delivered))
            {
                await PutDownAsync(runtime);
                await runtime.Get<EndWriter>().FlushAsync(Cancelled);
                stands.SetResult(runtime.Query("SELECT status FROM outbox"));
            }
        };

        await runtime.LoseLeaseAsync();

        (await stands.Task.WaitAsync(Cancelled)).ShouldBe(["10"]);
        channel.Sent.All.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_action_that_ends_while_it_is_taken_over_anew_is_not_run_again(bool isTaken)
    {
        await using var runtime = await StartAsync();
        var call = new TaskCompletionSource();
        Script(runtime, call);
        await runtime.SayAsync(channel, "hello");
        await runtime.Directory.Actions.NextAsync();
        var first = runtime.Node.Id;
        Func<Task> end = async () =>
        {
            if (runtime.Node.Id != first && call.TrySetResult())
            {
                await PutDownAsync(runtime);
            }
        };
        runtime.Outbox.BeforeTakingOver = isTaken ? runtime.Outbox.BeforeTakingOver : end;
        runtime.Outbox.AfterTakingOver = isTaken ? end : runtime.Outbox.AfterTakingOver;

        await runtime.LoseLeaseAsync();
        await runtime.Store.Commits.NextAsync(commit => commit.Commit.Event is ActionEnded);
        await AllEndedAsync(runtime);

        runtime.Directory.Actions.All.ShouldHaveSingleItem();
        runtime.Query("SELECT status, attempts FROM outbox").ShouldBe(["10 1"]);
    }

    [Fact]
    public async Task An_action_that_ends_while_those_that_wait_are_read_is_not_run_again()
    {
        await using var runtime = await StartAsync(("Outbox:MostInHand", "2"));
        var call = new TaskCompletionSource();
        var other = new TaskCompletionSource();
        Script(runtime, call, other);
        await runtime.SayAsync(channel, "hello");
        await runtime.Directory.Actions.NextAsync();
        var read = new TaskCompletionSource();
        runtime.Outbox.AfterActionsRead = async () =>
        {
            if (call.TrySetResult())
            {
                await PutDownAsync(runtime);
                read.SetResult();
            }
        };
        runtime.Outbox.AfterTakingOver = async () =>
        {
            // There is room for one beside it; as that one ends, the other one is read from the store.
            await runtime.SayAsync(channel, "hello", "2", "c2");
            await runtime.SayAsync(channel, "hello", "3", "c3");
            await runtime.Directory.Actions.NextAsync();
            other.SetResult();
            await read.Task.WaitAsync(Cancelled);

            // What was read would run again within this time.
            await Task.Delay(TimeSpan.FromMilliseconds(100), Cancelled);
        };

        await runtime.LoseLeaseAsync();
        for (var ended = 0; ended < 3; ended++)
        {
            await runtime.Store.Commits.NextAsync(commit => commit.Commit.Event is ActionEnded);
        }

        await AllEndedAsync(runtime);
        runtime.Directory.Actions.All.Select(action => action.Context.EffectId).ShouldBeUnique();
        runtime.Query("SELECT status, attempts FROM outbox").ShouldBe(["10 1", "10 1", "10 1"]);
    }

    private async Task<TestRuntime> StartAsync(params (string Name, string Value)[] settings)
    {
        var all = settings.Append(("Node:Lease", "00:00:10")).ToDictionary(one => one.Item1, one => (string?)one.Item2, StringComparer.Ordinal);
        return await TestRuntime.StartAsync(folder, new(), new(), all, channel);
    }

    /// <summary>Lets one action after the other take as long as these; any further one ends at once.</summary>
    private static void Script(TestRuntime runtime, params TaskCompletionSource[] calls)
    {
        runtime.Engine.OnRun = (_, state, happened) => happened is ActionEnded
            ? ScriptedEngine.Do(state with { Waiting = null })
            : ScriptedEngine.Await(state, ScriptedEngine.Action("pause"));
        var next = -1;
        runtime.Directory.OnAction = async (_, _, _) =>
        {
            var call = Interlocked.Increment(ref next);
            await (call < calls.Length ? calls[call].Task : Task.CompletedTask);
            return ActionResult.Ok(Value.Null);
        };
    }

    private async Task SecondAttemptAsync(TestRuntime runtime)
    {
        var wait = (await runtime.Outbox.PutBack.NextAsync()).DueAt!.Value - runtime.Clock.GetUtcNow();
        var soon = wait + TimeSpan.FromMilliseconds(1);
        await runtime.Clock.Timers.NextAsync(due => due <= soon && due > wait - TimeSpan.FromMilliseconds(1));
        runtime.Clock.Advance(wait);
        await channel.Sent.NextAsync(message => message.Attempt == 2);
    }

    /// <summary>Waits until nobody in this process is at the first effect: its end is noted.</summary>
    private static async Task PutDownAsync(TestRuntime runtime)
    {
        var underWay = runtime.Get<EffectsUnderWay>();
        if (await underWay.BeginAsync(First))
        {
            underWay.End(First, hasEnded: false);
        }
    }

    private static async Task AllEndedAsync(TestRuntime runtime)
    {
        using (await runtime.Get<TakeOverOrder>().EnterAsync(conversation: null, Cancelled))
        {
            // What was taken over is in hand.
        }

        await Condition.HoldsAsync(() => runtime.Get<EffectsInHand>().ActionCount == 0);
    }
}
