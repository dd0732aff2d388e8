using System.Globalization;
using Spark.Channels;
using Spark.Messages;
using Spark.Runtime.Outbox;
using Spark.Runtime.Outbox.Circuits;
using Spark.Runtime.Outbox.Pacing;
using Spark.Runtime.Tests.Support;

namespace Spark.Runtime.Tests.Outbox;

/// <summary>A far side that refuses the replies of many conversations, one by one, and takes those of others: no circuit opens.</summary>
public sealed class RefusedBacklogTests : IDisposable
{
    private const int Backlog = 200;
    private const string Refused = "refused-";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1.001);

    private readonly TempFolder folder = new();
    private readonly AnnouncingClock clock = new();
    private readonly CollectingChannel channel = new("web", ReplyPath.Call);
    private volatile bool isBack;

    public RefusedBacklogTests() => channel.OnSend = (message, _) => Task.FromResult(
        message.ConversationId.StartsWith(Refused, StringComparison.Ordinal) && !isBack ? Delivery.NotSent("not now") : Delivery.Delivered);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_is_tried_at_its_pace_and_new_replies_do_not_wait_for_it()
    {
        // There is not room for all of it in memory.
        await using var runtime = await StartAsync(("Outbox:RetriesASecond", "5"), ("Outbox:MostInHand", "50"));
        await FillAsync(runtime);
        clock.Advance(TimeSpan.FromSeconds(1.3));
        await PutBackAsync(runtime, 5);

        for (var second = 1; second <= 10; second++)
        {
            await runtime.SayAsync(channel, "hello", conversation: $"new-{second}");
            (await runtime.Outbox.Ended.NextAsync()).Status.ShouldBe(OutboxStatus.Delivered);
            clock.Advance(Second);
            await PutBackAsync(runtime, 5);
        }

        Repeated().Count.ShouldBeInRange(55, 57);
        runtime.Get<RetryPaces>().Waiting.ShouldHaveSingleItem().Value.ShouldBeInRange(Backlog - 2, Backlog);
    }

    [Fact]
    public async Task Each_gets_its_try_before_any_gets_another()
    {
        await using var runtime = await StartAsync(("Outbox:RetriesASecond", "50"), ("Outbox:FirstRetry", "00:00:20"), ("Outbox:LongestRetry", "00:00:20"));
        await FillAsync(runtime);
        clock.Advance(TimeSpan.FromSeconds(24));
        await PutBackAsync(runtime, 50);
        for (var second = 1; second < Backlog / 50; second++)
        {
            clock.Advance(Second);
            await PutBackAsync(runtime, 50);
        }

        Repeated().Select(message => message.ConversationId).Distinct(StringComparer.Ordinal).Count().ShouldBe(Backlog);
    }

    [Fact]
    public async Task When_the_far_side_takes_it_all_of_it_leaves_at_once_and_in_order()
    {
        await using var runtime = await StartAsync(("Outbox:RetriesASecond", "5"), ("Outbox:MostInHand", "50"));
        runtime.Engine.OnRun = (_, state, _) => ScriptedEngine.Say(state, "one", "two");
        await FillAsync(runtime);

        isBack = true;
        clock.Advance(TimeSpan.FromSeconds(1.3));
        for (var i = 0; i < 2 * Backlog; i++)
        {
            (await runtime.Outbox.Ended.NextAsync()).Status.ShouldBe(OutboxStatus.Delivered);
        }

        channel.Sent.All.Count.ShouldBe(3 * Backlog);
        channel.Sent.All
            .GroupBy(message => message.ConversationId, message => PlainText.Render(message.Parts), StringComparer.Ordinal)
            .ShouldAllBe(lane => lane.SequenceEqual(new[] { "one", "one", "two" }));
    }

    [Fact]
    public async Task What_becomes_too_old_meanwhile_ends_so_without_a_call()
    {
        await using var runtime = await StartAsync(("Outbox:RetriesASecond", "1"), ("Outbox:MessageAge", "00:00:10"));
        await FillAsync(runtime);
        clock.Advance(TimeSpan.FromSeconds(1.3));
        await PutBackAsync(runtime, 1);
        clock.Advance(TimeSpan.FromSeconds(10));
        for (var i = 0; i < Backlog; i++)
        {
            await runtime.Outbox.Ended.NextAsync();
        }

        runtime.Outbox.Ended.All.Count.ShouldBe(Backlog);
        runtime.Outbox.Ended.All.Select(end => $"{end.Status} {end.Reason}").ShouldAllBe(end => end.StartsWith("Failed SPK11009", StringComparison.Ordinal));
        Repeated().Count.ShouldBeInRange(1, 13);
        runtime.Get<RetryPaces>().Waiting.ShouldBe([KeyValuePair.Create("channel:web", 0)]);
    }

    [Fact]
    public async Task After_a_crash_what_was_tried_before_keeps_to_its_pace()
    {
        await using var crashed = await TestRuntime.StartAsync(folder, new AnnouncingClock(), new(), Settings(), channel);
        await FillAsync(crashed);
        await crashed.CrashAsync();

        await using var runtime = await StartAsync(("Outbox:RetriesASecond", "5"));
        clock.Advance(TimeSpan.FromSeconds(1.3));
        await PutBackAsync(runtime, 5);
        await runtime.SayAsync(channel, "hello", conversation: "new");
        (await runtime.Outbox.Ended.NextAsync()).Status.ShouldBe(OutboxStatus.Delivered);
        Repeated().Count.ShouldBeInRange(5, 6);

        isBack = true;
        clock.Advance(TimeSpan.FromSeconds(0.2));
        for (var i = 0; i < Backlog - 6; i++)
        {
            (await runtime.Outbox.Ended.NextAsync()).Status.ShouldBe(OutboxStatus.Delivered);
        }
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_it()
    {
        await using var runtime = await StartAsync(("Outbox:RetriesASecond", "5"));
        await FillAsync(runtime);
        clock.Advance(TimeSpan.FromSeconds(1.3));
        await PutBackAsync(runtime, 5);

        await runtime.StopAsync(TimeSpan.FromSeconds(20));
        Repeated().Count.ShouldBeInRange(5, 6);
        runtime.Query("SELECT count(*) FROM outbox WHERE status < 10").ShouldBe([Backlog.ToString(CultureInfo.InvariantCulture)]);
    }

    [Fact]
    public async Task Who_takes_a_conversation_over_does_not_wait_for_what_the_old_owner_could_not_send()
    {
        await using var runtime = await StartAsync(("Outbox:RetriesASecond", "1"));
        runtime.Engine.OnRun = (_, state, happened) => ScriptedEngine.TextOf(happened) == "take over"
            ? ScriptedEngine.Say(state with { OwnerEpoch = state.OwnerEpoch + 1 }, "new owner")
            : ScriptedEngine.Say(state, "old owner");
        await FillAsync(runtime);
        isBack = true;

        await runtime.SayAsync(channel, "take over", conversation: $"{Refused}7");
        (await runtime.Outbox.Ended.NextAsync()).Status.ShouldBe(OutboxStatus.Cancelled);
        (await runtime.Outbox.Ended.NextAsync()).Status.ShouldBe(OutboxStatus.Delivered);
        channel.SentTexts.Last().ShouldBe("new owner");
        Repeated().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_circuit_that_it_opens_after_a_restart_does_not_hold_a_new_reply()
    {
        await using var crashed = await TestRuntime.StartAsync(folder, new AnnouncingClock(), new(), Settings(), channel);
        await FillAsync(crashed);
        await crashed.CrashAsync();

        await using var runtime = await TestRuntime.StartAsync(folder, clock, new(), channel);
        clock.Advance(TimeSpan.FromSeconds(1.3));
        await PutBackAsync(runtime, new OutboxOptions().FailuresInARow);
        await runtime.SayAsync(channel, "hello", conversation: "new");
        (await runtime.Outbox.Ended.NextAsync()).Status.ShouldBe(OutboxStatus.Delivered);
        runtime.Get<CircuitBoard>().Reports.ShouldHaveSingleItem().State.ShouldBe(CircuitState.Closed);
    }

    private static async Task PutBackAsync(TestRuntime runtime, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await runtime.Outbox.PutBack.NextAsync();
        }
    }

    private async Task FillAsync(TestRuntime runtime)
    {
        for (var i = 0; i < Backlog; i++)
        {
            await runtime.SayAsync(channel, "hello", conversation: $"{Refused}{i}");
        }

        await PutBackAsync(runtime, Backlog);
    }

    private List<OutboundMessage> Repeated() => [.. channel.Sent.All.Where(message => message.Attempt > 1)];

    private static Dictionary<string, string?> Settings(params (string Name, string Value)[] settings) =>
        settings.Append(("Outbox:FailuresInARow", "1000")).ToDictionary(one => one.Item1, string? (one) => one.Item2, StringComparer.Ordinal);

    private async Task<TestRuntime> StartAsync(params (string Name, string Value)[] settings) =>
        await TestRuntime.StartAsync(folder, clock, new(), Settings(settings), channel);
}
