using Spark.Channels;
using Spark.Runtime.Outbox;
using Spark.Runtime.Tests.Support;

namespace Spark.Runtime.Tests.Nodes;

public sealed class NodeServiceTests : IDisposable
{
    private static readonly Dictionary<string, string?> TenSeconds = new(StringComparer.Ordinal) { ["Node:Lease"] = "00:00:10" };

    private readonly TempFolder folder = new();
    private readonly CollectingChannel channel = new("web", ReplyPath.Call);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_node_that_was_taken_for_dead_goes_on_under_a_new_id_without_repeating_what_is_under_way()
    {
        await using var runtime = await StartAsync(channel);
        runtime.Engine.OnRun = (_, state, _) => ScriptedEngine.Say(state, "one", "two");
        var call = new TaskCompletionSource<Delivery>();
        channel.OnSend = (_, _) => channel.Sent.All.Count == 1 ? call.Task : Task.FromResult(Delivery.Delivered);
        await runtime.SayAsync(channel, "hello");
        await channel.Sent.NextAsync();
        var before = runtime.Node.Id;

        await runtime.LoseLeaseAsync();
        await runtime.Outbox.TakenOver.NextAsync(count => count == 2);
        // What was taken over is in hand once the next may take over.
        using (await runtime.Get<TakeOverOrder>().EnterAsync(conversation: null, TestContext.Current.CancellationToken))
        {
            call.SetResult(Delivery.Delivered);
        }

        await runtime.Outbox.Ended.NextAsync(ended => ended.Address.Effect.Index == 1);

        runtime.Node.Id.ShouldNotBe(before);
        channel.SentTexts.ShouldBe(["one", "two"]);
        runtime.Query("SELECT status FROM outbox ORDER BY position").ShouldBe(["10", "10"]);
    }

    [Fact]
    public async Task What_another_node_has_taken_over_is_not_ended_by_the_one_that_was_silent()
    {
        var call = new TaskCompletionSource<Delivery>();
        channel.OnSend = (_, _) => call.Task;
        await using var silent = await StartAsync(channel);
        await silent.Nodes.Listed.NextAsync();
        await silent.SayAsync(channel, "hello");
        await channel.Sent.NextAsync();
        await silent.Nodes.ExpireAsync(silent.Node.Id);
        var other = new CollectingChannel("web", ReplyPath.Call);
        var second = new TaskCompletionSource<Delivery>();
        other.OnSend = (_, _) => second.Task;
        await using var quick = await StartAsync(other);
        await other.Sent.NextAsync();

        call.SetResult(Delivery.Refused("no"));
        await silent.Outbox.Ended.NextAsync();
        silent.Query("SELECT status FROM outbox").ShouldBe(["1"]);
        second.SetResult(Delivery.Delivered);
        await quick.Outbox.Ended.NextAsync();

        quick.Query("SELECT status FROM outbox").ShouldBe(["10"]);
        other.Sent.All.ShouldHaveSingleItem().MayHaveArrived.ShouldBeTrue();
    }

    [Fact]
    public async Task A_node_that_cannot_renew_begins_no_call_until_it_can()
    {
        await using var runtime = await StartAsync(channel);
        await runtime.Nodes.Listed.NextAsync();
        runtime.NodeOutage.Begin();
        runtime.Clock.Advance(TimeSpan.FromSeconds(8));
        runtime.Node.MayAct.ShouldBeFalse();
        await runtime.SayAsync(channel, "hello");
        channel.Sent.All.ShouldBeEmpty();

        runtime.NodeOutage.End();
        runtime.Clock.Advance(TimeSpan.FromSeconds(2));
        await channel.Sent.NextAsync();

        runtime.Node.MayAct.ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_left_open_by_a_stop_is_free_for_others_at_once()
    {
        channel.Block();
        var first = await StartAsync(channel);
        await first.SayAsync(channel, "hello");
        await channel.Sent.NextAsync();
        await first.DisposeAsync();
        channel.Deliver(Delivery.Delivered);

        await using var second = await StartAsync(channel);

        (await second.Outbox.Ended.NextAsync()).Status.ShouldBe(OutboxStatus.Delivered);
    }

    [Fact]
    public async Task A_lane_waits_for_what_another_node_has_in_hand()
    {
        await using var runtime = await StartAsync(channel);
        runtime.Store.SaysLookAhead = true;
        runtime.Outbox.IsHeldElsewhere = _ => true;
        await runtime.SayAsync(channel, "one");

        foreach (var wait in new[] { 20, 40, 80, 160, 320, 500, 500 })
        {
            await runtime.Clock.Timers.NextAsync(due => due == TimeSpan.FromMilliseconds(wait));
            channel.Sent.All.ShouldBeEmpty();
            var looks = runtime.Clock.Timers.All.Count(due => due == TimeSpan.FromMilliseconds(500));
            runtime.Outbox.IsHeldElsewhere = _ => looks < 2;
            runtime.Clock.Advance(TimeSpan.FromMilliseconds(wait));
        }

        await runtime.Outbox.Ended.NextAsync();
        channel.SentTexts.ShouldBe(["You said one"]);
    }

    private async Task<TestRuntime> StartAsync(CollectingChannel channel) =>
        await TestRuntime.StartAsync(folder, new(), new(), TenSeconds, channel);
}
