using System.Globalization;
using Spark.Channels;
using Spark.Runtime.Outbox;
using Spark.Runtime.Outbox.Lanes;
using Spark.Runtime.Tests.Support;

namespace Spark.Runtime.Tests.Outbox;

public sealed class ManyMessagesTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly CollectingChannel channel = new("web", ReplyPath.Call);
    private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int said;

    public ManyMessagesTests() => channel.OnSend = async (_, _) =>
    {
        await open.Task;
        return Delivery.Delivered;
    };

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Twenty_thousand_in_one_lane_wait_in_the_store_and_leave_in_order()
    {
        const int Turns = 200;
        const int Each = 100;
        const int Looked = 1_500;
        await using var runtime = await StartAsync(Each);
        for (var turn = 0; turn < Turns; turn++)
        {
            await runtime.SayAsync(channel, $"t{turn}");
        }

        runtime.Query("SELECT count(*) FROM outbox WHERE status < 10").ShouldBe([$"{Turns * Each}"]);
        runtime.Get<Room>().Taken.ShouldBeInRange(1, Lane.MostKept + 1);
        open.SetResult();
        while (channel.Sent.All.Count < Looked)
        {
            await channel.Sent.NextAsync();
            runtime.Get<Room>().Taken.ShouldBeLessThanOrEqualTo(Lane.MostKept + 1);
        }

        channel.SentTexts.Take(Looked).ShouldBe(Enumerable.Range(0, Looked).Select(Number));
    }

    [Fact]
    public async Task Many_lanes_share_a_bounded_memory_and_each_gets_its_turn()
    {
        const int Conversations = 60;
        await using var runtime = await StartAsync(each: 2, new("Outbox:MostInHand", "10"), new("Outbox:MostSends", "4"));
        for (var i = 0; i < Conversations; i++)
        {
            await runtime.SayAsync(channel, "hello", conversation: $"c{i}");
        }

        runtime.Get<Room>().Taken.ShouldBeLessThanOrEqualTo(10);
        open.SetResult();
        for (var i = 0; i < 2 * Conversations; i++)
        {
            (await runtime.Outbox.Ended.NextAsync()).Status.ShouldBe(OutboxStatus.Delivered);
        }

        channel.Sent.All.Count.ShouldBe(2 * Conversations);
        channel.Sent.All
            .GroupBy(message => message.ConversationId, message => int.Parse(message.EffectId.Split('-')[^1], CultureInfo.InvariantCulture), StringComparer.Ordinal)
            .ShouldAllBe(lane => lane.SequenceEqual(new[] { 0, 1 }));
    }

    [Fact]
    public async Task Ends_are_written_together_and_nobody_waits_for_them()
    {
        const int Conversations = 50;
        await using var runtime = await StartAsync(each: 2);
        open.SetResult();
        var write = new TaskCompletionSource();
        runtime.Outbox.BeforeEnd = () => write.Task;
        for (var i = 0; i < Conversations; i++)
        {
            await runtime.SayAsync(channel, "hello", conversation: $"c{i}");
        }

        // Both messages of each, although no mark of the first is written.
        for (var i = 0; i < 2 * Conversations; i++)
        {
            await channel.Sent.NextAsync();
        }

        runtime.Query("SELECT count(*) FROM outbox WHERE status >= 10").ShouldBe(["0"]);
        write.SetResult();
        for (var i = 0; i < 2 * Conversations; i++)
        {
            await runtime.Outbox.Ended.NextAsync();
        }

        runtime.Outbox.Batches.All.Count.ShouldBeLessThan(10);
        runtime.Query("SELECT count(*) FROM outbox WHERE status = 10").ShouldBe([$"{2 * Conversations}"]);
    }

    [Fact]
    public async Task Ends_that_are_not_written_yet_are_written_on_stop()
    {
        await using var runtime = await StartAsync(each: 1);
        open.SetResult();
        var write = new TaskCompletionSource();
        runtime.Outbox.BeforeEnd = () => write.Task;
        await runtime.SayAsync(channel, "hello", conversation: "c1");
        await runtime.SayAsync(channel, "hello", conversation: "c2");
        await channel.Sent.NextAsync();
        await channel.Sent.NextAsync();

        var stopping = runtime.StopAsync(TimeSpan.FromSeconds(20));
        write.SetResult();
        await stopping;

        runtime.Query("SELECT status FROM outbox").ShouldBe(["10", "10"]);
    }

    private static string Number(int number) => number.ToString("00000", CultureInfo.InvariantCulture);

    private async Task<TestRuntime> StartAsync(int each, params KeyValuePair<string, string?>[] settings)
    {
        var engine = new ScriptedEngine
        {
            OnRun = (_, state, _) => ScriptedEngine.Say(state, [.. Enumerable.Range(0, each).Select(_ => Number(said++))]),
        };
        return await TestRuntime.StartAsync(folder, new(), engine, settings.ToDictionary(StringComparer.Ordinal), channel);
    }
}
