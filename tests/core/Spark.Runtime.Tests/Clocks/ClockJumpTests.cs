using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Runtime.Feeds;
using Spark.Runtime.Outbox;
using Spark.Runtime.Tests.Support;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Tests.Clocks;

/// <summary>Somebody sets the clock while a message waits for its next attempt, a timer runs and the lease is alive.</summary>
public abstract class ClockJumpTests : IDisposable
{
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(12);
    private static readonly Dictionary<string, string?> OneMinute = new(StringComparer.Ordinal) { ["Node:Lease"] = "00:01:00" };

    private readonly TempFolder folder = new();
    private readonly CollectingChannel channel = new("web", ReplyPath.Call);

    public void Dispose()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task An_hour_forward_or_back_loses_nothing_fences_nobody_and_rings_a_timer_once(int hours)
    {
        await using var runtime = await TestRuntime.StartAsync(folder, await MakeDatabaseAsync(), new(), new(), OneMinute, channel);
        await runtime.Nodes.Listed.NextAsync();
        runtime.Engine.OnRun = (_, state, happened) => happened is TimerDue
            ? ScriptedEngine.Say(state with { Timers = [] }, "woken")
            : ScriptedEngine.Say(
                state with { Timers = [new("wait", happened.At + TimeSpan.FromMinutes(10), state.Sequence + 1)] }, $"heard {ScriptedEngine.TextOf(happened)}");
        var node = runtime.Node.Id;
        channel.Deliver(Delivery.NotSent("busy"), Delivery.Delivered);
        await runtime.SayAsync(channel, "one");
        await runtime.Outbox.PutBack.NextAsync();
        await runtime.Clock.Timers.NextAsync(due => due >= TimeSpan.FromSeconds(0.9) && due <= TimeSpan.FromSeconds(1.2));

        runtime.Clock.Jump(TimeSpan.FromHours(hours));
        runtime.Clock.Advance(TimeSpan.FromSeconds(2));
        (await runtime.Outbox.Ended.NextAsync()).Status.ShouldBe(OutboxStatus.Delivered);
        runtime.Node.MayAct.ShouldBeTrue();
        await PassAsync(runtime, TimeSpan.FromMinutes(2));
        runtime.Clock.Jump(TimeSpan.FromHours(-hours));
        await PassAsync(runtime, TimeSpan.FromMinutes(12));
        await runtime.Outbox.Ended.NextAsync();
        await runtime.SayAsync(channel, "two");
        await runtime.Outbox.Ended.NextAsync();

        channel.SentTexts.ShouldBe(["heard one", "heard one", "woken", "heard two"]);
        runtime.Node.Id.ShouldBe(node);
        runtime.Nodes.Renewed.All.ShouldAllBe(renewed => renewed == node);
        var log = await runtime.Get<IConversationLog>().ReadAsync(ConversationKey.Of("web", "c1"), 0, 100, TestContext.Current.CancellationToken);
        log!.Turns.Select(turn => turn.Event.GetType()).ShouldBe([typeof(InboundReceived), typeof(TimerDue), typeof(InboundReceived)]);
        log.Turns.SelectMany(turn => turn.Effects).ShouldAllBe(effect => effect.Status == OutboxStatus.Delivered);
    }

    [Fact]
    public async Task A_circuit_that_is_open_when_the_clock_is_put_back_is_tried_in_time()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, await MakeDatabaseAsync(), new(), new(), OneMinute, channel);
        channel.OnSend = (message, _) => Task.FromResult(message.Attempt > 1 ? Delivery.Delivered : Delivery.NotSent("busy"));
        for (var conversation = 0; conversation < 5; conversation++)
        {
            await runtime.SayAsync(channel, "hello", conversation: $"c{conversation}");
            await runtime.Outbox.PutBack.NextAsync();
        }

        await runtime.Clock.Timers.NextAsync(due => due == TimeSpan.FromSeconds(5));
        runtime.Clock.Jump(TimeSpan.FromHours(-1));
        runtime.Clock.Advance(TimeSpan.FromSeconds(1.5));
        runtime.Clock.Advance(TimeSpan.FromSeconds(4));
        for (var conversation = 0; conversation < 5; conversation++)
        {
            (await runtime.Outbox.Ended.NextAsync()).Status.ShouldBe(OutboxStatus.Delivered);
        }
    }

    /// <summary>Null for SQLite.</summary>
    protected abstract Task<string?> MakeDatabaseAsync();

    // Step by step, as the node renews its lease: with one step it would have been silent for all of it.
    private static async Task PassAsync(TestRuntime runtime, TimeSpan time)
    {
        for (; time > TimeSpan.Zero; time -= Renewal)
        {
            runtime.Clock.Advance(Renewal);
            await runtime.Nodes.Listed.NextAsync();
        }
    }
}
