using Spark.Channels;
using Spark.Runtime.Outbox;
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
}
