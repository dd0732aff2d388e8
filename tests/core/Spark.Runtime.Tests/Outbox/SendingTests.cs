using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Tests.Support;

namespace Spark.Runtime.Tests.Outbox;

public sealed class SendingTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly CollectingChannel channel = new("web", ReplyPath.Call);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Messages_of_a_turn_leave_in_order_one_after_the_other()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Engine.OnRun = (_, state, _) => ScriptedEngine.Say(state, "one", "two", "three");
        var first = new TaskCompletionSource<Delivery>();
        channel.OnSend = (_, _) => channel.Sent.All.Count == 1 ? first.Task : Task.FromResult(Delivery.Delivered);

        await runtime.SayAsync(channel, "hello");
        await channel.Sent.NextAsync();
        runtime.Query("SELECT status, attempts FROM outbox ORDER BY position").ShouldBe(["1 1", "1 0", "1 0"]);
        channel.SentTexts.ShouldBe(["one"]);
        first.SetResult(Delivery.Delivered);
        await runtime.Outbox.Ended.NextAsync(ended => ended.Address.Effect.Index == 2);

        channel.SentTexts.ShouldBe(["one", "two", "three"]);
        runtime.Query("SELECT status, attempts FROM outbox ORDER BY position").ShouldBe(["10 1", "10 1", "10 1"]);
    }

    [Fact]
    public async Task Another_conversation_does_not_wait_for_a_slow_one()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        var slow = new TaskCompletionSource<Delivery>();
        channel.OnSend = (message, _) => message.ConversationId == "slow" ? slow.Task : Task.FromResult(Delivery.Delivered);

        await runtime.SayAsync(channel, "hello", conversation: "slow");
        await runtime.SayAsync(channel, "hello", conversation: "quick");
        var ended = await runtime.Outbox.Ended.NextAsync();

        ended.Status.ShouldBe(OutboxStatus.Delivered);
        slow.SetResult(Delivery.Delivered);
        await runtime.Outbox.Ended.NextAsync();
    }

    [Fact]
    public async Task A_message_that_was_not_sent_is_tried_again_later_each_time()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        channel.Deliver(Delivery.NotSent("down"), Delivery.NotSent("down"), Delivery.Delivered);

        await runtime.SayAsync(channel, "hello");
        var first = await runtime.Outbox.PutBack.NextAsync();
        var firstWait = first.DueAt!.Value - runtime.Clock.GetUtcNow();
        runtime.Query("SELECT status, attempts, reason FROM outbox").ShouldBe(["0 1 down"]);
        await runtime.PassAsync(first);
        var second = await runtime.Outbox.PutBack.NextAsync();
        var secondWait = second.DueAt!.Value - runtime.Clock.GetUtcNow();
        await runtime.PassAsync(second);
        var ended = await runtime.Outbox.Ended.NextAsync();

        firstWait.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.2));
        secondWait.ShouldBeInRange(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2.4));
        ended.Status.ShouldBe(OutboxStatus.Delivered);
        channel.Sent.All.Select(message => message.Attempt).ShouldBe([1, 2, 3]);
        channel.Sent.All.ShouldAllBe(message => !message.MayHaveArrived);
        channel.Sent.All.Select(message => message.EffectId).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
    }

    [Theory]
    [InlineData(20, 20)]
    [InlineData(600, 60)]
    public async Task What_the_far_side_asks_for_is_waited_up_to_a_minute(int asked, int waited)
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        channel.Deliver(Delivery.NotSent("busy", TimeSpan.FromSeconds(asked)), Delivery.Delivered);

        await runtime.SayAsync(channel, "hello");
        var put = await runtime.Outbox.PutBack.NextAsync();

        (put.DueAt!.Value - runtime.Clock.GetUtcNow()).TotalSeconds.ShouldBeInRange(waited, waited * 1.2);
    }

    [Fact]
    public async Task After_a_quarter_of_an_hour_a_message_has_failed()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        channel.Deliver(Delivery.NotSent("down"));

        await runtime.SayAsync(channel, "hello");
        var began = runtime.Clock.GetUtcNow();
        var end = runtime.Outbox.Ended.NextAsync();
        var put = runtime.Outbox.PutBack.NextAsync();
        while (await Task.WhenAny(end, put) == put)
        {
            await runtime.PassAsync(await put);
            put = runtime.Outbox.PutBack.NextAsync();
        }

        var last = runtime.Outbox.Ended.All.ShouldHaveSingleItem();
        last.Status.ShouldBe(OutboxStatus.Failed);
        last.Reason!.ShouldContain("SPK11009");
        (runtime.Clock.GetUtcNow() - began).ShouldBeInRange(TimeSpan.FromMinutes(13), TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task A_failed_message_does_not_hold_the_next()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Engine.OnRun = (_, state, _) => ScriptedEngine.Say(state, "one", "two");
        channel.Deliver(Delivery.Refused("too long"), Delivery.Delivered);

        await runtime.SayAsync(channel, "hello");
        await runtime.Outbox.Ended.NextAsync(ended => ended.Address.Effect.Index == 1);

        runtime.Query("SELECT status, reason FROM outbox ORDER BY position").ShouldBe(["11 too long", "10 -"]);
        channel.Sent.All.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_unknown_end_is_sent_once_more_and_then_stays_unknown()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        channel.Deliver(Delivery.Unknown("cut off"));

        await runtime.SayAsync(channel, "hello");
        var put = await runtime.Outbox.PutBack.NextAsync();
        runtime.Query("SELECT may_have_arrived FROM outbox").ShouldBe(["1"]);
        await runtime.PassAsync(put);
        var ended = await runtime.Outbox.Ended.NextAsync();

        ended.Status.ShouldBe(OutboxStatus.Unknown);
        channel.Sent.All.Select(message => (message.Attempt, message.MayHaveArrived)).ShouldBe([(1, false), (2, true)]);
    }

    [Fact]
    public async Task A_channel_that_is_not_running_is_waited_for()
    {
        await using var runtime = await TestRuntime.StartAsync(folder);

        await runtime.SayAsync(channel, "hello");
        var put = await runtime.Outbox.PutBack.NextAsync();
        runtime.Directory.Channels["web"] = channel;
        await runtime.PassAsync(put);
        var ended = await runtime.Outbox.Ended.NextAsync();

        ended.Status.ShouldBe(OutboxStatus.Delivered);
        put.Attempts.ShouldBe(1, "it was born counted");
    }

    [Fact]
    public async Task When_the_conversation_is_lost_what_waits_behind_is_cancelled()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Engine.OnRun = (_, state, _) => ScriptedEngine.Say(state, "one", "two", "three");
        channel.Deliver(Delivery.Lost("404"));

        await runtime.SayAsync(channel, "hello");
        var epoch = await runtime.Outbox.Lost.NextAsync();

        epoch.ShouldBe(0);
        channel.SentTexts.ShouldBe(["one"]);
        runtime.Query("SELECT status FROM outbox ORDER BY position").ShouldBe(["11", "14", "14"]);
        runtime.Query("SELECT lost_epoch FROM conversations").ShouldBe(["0"]);
    }

    [Fact]
    public async Task What_the_old_owner_had_not_sent_is_cancelled_with_the_change()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Engine.OnRun = (_, state, happened) => ScriptedEngine.TextOf(happened) == "take over"
            ? ScriptedEngine.Say(state with { OwnerEpoch = state.OwnerEpoch + 1 }, "new owner")
            : ScriptedEngine.Say(state, "one", "two");
        var first = new TaskCompletionSource<Delivery>();
        channel.OnSend = (_, _) => channel.Sent.All.Count == 1 ? first.Task : Task.FromResult(Delivery.Delivered);

        await runtime.SayAsync(channel, "hello");
        await channel.Sent.NextAsync();
        await runtime.SayAsync(channel, "take over");
        first.SetResult(Delivery.Delivered);
        await runtime.Outbox.Ended.NextAsync(ended => ended.Address.Effect.Sequence == 2);

        channel.SentTexts.ShouldBe(["one", "new owner"]);
        runtime.Query("SELECT status FROM outbox WHERE (sequence, position) <> (1, 0) ORDER BY sequence, position").ShouldBe(["14", "10"]);
    }

    [Fact]
    public async Task Stored_is_delivered_where_clients_pull()
    {
        var pull = new CollectingChannel("pull", ReplyPath.Pull);
        await using var runtime = await TestRuntime.StartAsync(folder, pull);

        await runtime.SayAsync(pull, "hello");

        runtime.Query("SELECT status FROM outbox").ShouldBe(["10"]);
        pull.Sent.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_handover_ends_as_an_event_of_its_conversation()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Engine.OnRun = (_, state, happened) => happened is HandoverEnded
            ? ScriptedEngine.Do(state with { Owner = Owner.Provider, OwnerEpoch = state.OwnerEpoch + 1, Waiting = null })
            : ScriptedEngine.Await(state with { Owner = Owner.Queued }, isHandover: true, ScriptedEngine.Handover("bye"));

        await runtime.SayAsync(channel, "human");
        var ended = (HandoverEnded)await runtime.Engine.Runs.NextAsync(run => run is HandoverEnded);
        await runtime.Store.Commits.NextAsync(one => one.Commit.Event is HandoverEnded);

        ended.Succeeded.ShouldBeTrue();
        ended.Effect.ShouldBe(new EffectRef(1, 0));
        runtime.Query("SELECT status FROM outbox").ShouldBe(["10"]);
        runtime.Query("SELECT sequence, cause FROM events").ShouldBe(["1 1", "2 1"]);
    }

    [Theory]
    [InlineData(DeliveryStatus.Lost, true)]
    [InlineData(DeliveryStatus.Refused, false)]
    public async Task A_handover_that_was_not_delivered_says_who_has_the_conversation(DeliveryStatus status, bool succeeded)
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Engine.OnRun = (_, state, happened) => happened is HandoverEnded
            ? ScriptedEngine.Do(state with { Waiting = null })
            : ScriptedEngine.Await(state, isHandover: true, ScriptedEngine.Handover("bye"));
        channel.Deliver(new Delivery { Status = status, Reason = "because" });

        await runtime.SayAsync(channel, "human");
        var ended = (HandoverEnded)await runtime.Engine.Runs.NextAsync(run => run is HandoverEnded);

        ended.Succeeded.ShouldBe(succeeded);
        ended.Reason.ShouldBe("because");
    }

    [Fact]
    public async Task A_channel_that_cannot_give_away_fails_the_handover_without_a_call()
    {
        var plain = new CollectingChannel("web", ReplyPath.Call)
        {
            Instance = new() { Id = "web", Channel = "test-channel", Bot = "helper", Capabilities = new() { ReplyPath = ReplyPath.Call } },
        };
        await using var runtime = await TestRuntime.StartAsync(folder, plain);
        runtime.Engine.OnRun = (_, state, happened) => happened is HandoverEnded
            ? ScriptedEngine.Do(state with { Waiting = null })
            : ScriptedEngine.Await(state, isHandover: true, ScriptedEngine.Handover("bye"));

        await runtime.SayAsync(plain, "human");
        var ended = (HandoverEnded)await runtime.Engine.Runs.NextAsync(run => run is HandoverEnded);

        ended.Succeeded.ShouldBeFalse();
        plain.Sent.All.ShouldBeEmpty();
    }
}
