using Spark.Channels;
using Spark.Runtime.Outbox;
using Spark.Runtime.Outbox.Lanes;
using Spark.Runtime.Tests.Support;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Tests.Outbox;

public sealed class TakeOverOrderTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly CollectingChannel channel = new("web", ReplyPath.Call);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Who_looks_ahead_for_one_conversation_makes_no_other_look_ahead()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        var looking = ConversationKey.Of("web", "c1");
        using (await runtime.Get<TakeOverOrder>().EnterAsync(looking, Cancelled))
        {
            await runtime.SayAsync(channel, "hello", conversation: "c2");
            (await channel.Sent.NextAsync()).ConversationId.ShouldBe("c2");
            await runtime.SayAsync(channel, "hello", conversation: "c1");
            runtime.Outbox.LooksAhead.All.ShouldBeEmpty();
        }

        (await channel.Sent.NextAsync()).ConversationId.ShouldBe("c1");
        runtime.Outbox.LooksAhead.All.ShouldBe([looking]);
    }

    [Fact]
    public async Task While_anything_may_be_taken_over_every_conversation_looks_ahead()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        using (await runtime.Get<TakeOverOrder>().EnterAsync(conversation: null, Cancelled))
        {
            await runtime.SayAsync(channel, "hello", conversation: "c2");
        }

        (await channel.Sent.NextAsync()).ConversationId.ShouldBe("c2");
        runtime.Outbox.LooksAhead.All.ShouldBe([ConversationKey.Of("web", "c2")]);
    }

    [Fact]
    public async Task What_a_lane_reads_while_it_is_taken_over_is_known_to_come_from_other_hands()
    {
        channel.Block();
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        await runtime.SayAsync(channel, "hello");
        var entry = (await runtime.Store.Commits.NextAsync()).Commit.Effects[0];
        var lane = new Lane(entry.Address.Conversation, Destination.Channel, "web", runtime.Node.Id, runtime.Get<Room>());
        lane.TryAdd(0, [entry], mustLookAhead: false, isDoubtful: false);
        lane.Forget();
        Task<LaneItem?> next;
        using (await runtime.Get<TakeOverOrder>().EnterAsync(conversation: null, Cancelled))
        {
            next = runtime.Get<LaneReader>().NextAsync(lane, Cancelled);
            await runtime.Outbox.LaneReads.NextAsync();

            // What was read would be out within this time.
            await Task.WhenAny(next, Task.Delay(TimeSpan.FromMilliseconds(100), Cancelled));
            lane.TryAdd(0, [entry], mustLookAhead: false, isDoubtful: true);
        }

        (await next).ShouldNotBeNull().IsDoubtful.ShouldBeTrue();
    }
}
