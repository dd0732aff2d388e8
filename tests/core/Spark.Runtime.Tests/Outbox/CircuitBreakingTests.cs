using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Expressions;
using Spark.Offload;
using Spark.Runtime.Outbox;
using Spark.Runtime.Outbox.Circuits;
using Spark.Runtime.Tests.Support;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Tests.Outbox;

public sealed class CircuitBreakingTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly CollectingChannel channel = new("web", ReplyPath.Call);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_channel_that_fails_in_a_row_is_left_alone_and_tried_with_one_message()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        channel.Deliver(Delivery.NotSent("down"));
        for (var i = 0; i < 5; i++)
        {
            await runtime.SayAsync(channel, "hello", conversation: $"c{i}");
            await runtime.Outbox.PutBack.NextAsync();
        }

        var report = runtime.Get<CircuitBoard>().Reports.ShouldHaveSingleItem();
        report.ShouldBe(new("channel:web", CircuitState.Open, runtime.Clock.GetUtcNow()));
        await runtime.SayAsync(channel, "hello", conversation: "late");
        channel.Deliver(Delivery.Delivered);
        await runtime.Clock.Timers.NextAsync(due => due == TimeSpan.FromSeconds(5));
        channel.Sent.All.Count.ShouldBe(5);
        runtime.Clock.Advance(TimeSpan.FromSeconds(5));
        for (var i = 0; i < 6; i++)
        {
            (await runtime.Outbox.Ended.NextAsync()).Status.ShouldBe(OutboxStatus.Delivered);
        }

        channel.Sent.All.Count.ShouldBe(11);
        runtime.Get<CircuitBoard>().Reports.ShouldHaveSingleItem().State.ShouldBe(CircuitState.Closed);
    }

    [Fact]
    public async Task What_waits_for_another_node_keeps_no_other_from_trying_whether_the_channel_is_back()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        var behind = ConversationKey.Of("web", "behind");
        channel.Deliver(Delivery.NotSent("down"));
        for (var i = 0; i < 5; i++)
        {
            await runtime.SayAsync(channel, "hello", conversation: $"c{i}");
            await runtime.Outbox.PutBack.NextAsync();
        }

        (runtime.Store.SaysLookAhead, runtime.Outbox.IsHeldElsewhere) = (true, conversation => conversation == behind);
        await runtime.SayAsync(channel, "hello", conversation: "behind");
        channel.Deliver(Delivery.Delivered);
        await runtime.Clock.Timers.NextAsync(due => due == TimeSpan.FromSeconds(5));
        runtime.Clock.Advance(TimeSpan.FromSeconds(5));

        await runtime.Outbox.LooksAhead.NextAsync(conversation => conversation == behind);
        for (var i = 0; i < 5; i++)
        {
            (await runtime.Outbox.Ended.NextAsync()).Address.Conversation.ShouldNotBe(behind);
        }

        runtime.Outbox.IsHeldElsewhere = _ => false;
        await runtime.Clock.Timers.NextAsync(due => due == TimeSpan.FromMilliseconds(20));
        runtime.Clock.Advance(TimeSpan.FromSeconds(1));
        (await runtime.Outbox.Ended.NextAsync()).Address.Conversation.ShouldBe(behind);
    }

    [Fact]
    public async Task A_connection_that_fails_in_a_row_is_not_waited_for_longer_than_the_step_would()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Engine.OnRun = (_, state, happened) => happened is OffloadDecided
            ? ScriptedEngine.Do(state with { Waiting = null })
            : ScriptedEngine.Await(
                state,
                new OpenOffload
                {
                    Connection = "desk", Fields = Value.Object([]), Variables = Value.Object([]), Language = "en", Timeout = TimeSpan.FromSeconds(3),
                });
        runtime.Directory.OnOffload = (_, _) => Task.FromResult(OffloadDecision.Of(OffloadResult.Failed, "down"));
        for (var i = 0; i < 5; i++)
        {
            await runtime.SayAsync(channel, "human", conversation: $"c{i}");
            await runtime.Store.Commits.NextAsync(one => one.Commit.Event is OffloadDecided);
        }

        await runtime.SayAsync(channel, "human", conversation: "late");
        var decided = (OffloadDecided)(await runtime.Store.Commits.NextAsync(one => one.Commit.Event is OffloadDecided)).Commit.Event;

        decided.Reason!.ShouldStartWith("SPK11015");
        runtime.Directory.Offloads.All.Count.ShouldBe(5);
    }
}
