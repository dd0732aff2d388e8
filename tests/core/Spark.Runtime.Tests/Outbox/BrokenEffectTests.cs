using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Tests.Support;

namespace Spark.Runtime.Tests.Outbox;

/// <summary>A mistake of our own around one effect neither stops the others nor leaves the effect in hand for ever.</summary>
public sealed class BrokenEffectTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly CollectingChannel channel = new("web", ReplyPath.Call);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_breaks_once_is_tried_again_later()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Engine.OnRun = (_, state, _) => ScriptedEngine.Say(state, "one", "two");
        channel.OnSend = (_, _) => channel.Sent.All.Count == 1 ? throw new InvalidOperationException() : Task.FromResult(Delivery.Delivered);

        await runtime.SayAsync(channel, "hello");
        var put = await runtime.Outbox.PutBack.NextAsync();
        put.Status.ShouldBe(OutboxStatus.Pending);
        await runtime.PassAsync(put);
        await runtime.Outbox.Ended.NextAsync(ended => ended.Address.Effect.Index == 1);

        channel.SentTexts.ShouldBe(["one", "one", "two"]);
        runtime.Query("SELECT status FROM outbox").ShouldBe(["10", "10"]);
    }

    [Fact]
    public async Task What_breaks_three_times_has_failed_and_the_next_one_leaves()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Engine.OnRun = (_, state, _) => ScriptedEngine.Say(state, "one", "two");
        channel.OnSend = (message, _) => message.EffectId.EndsWith("-0", StringComparison.Ordinal)
            ? throw new InvalidOperationException()
            : Task.FromResult(Delivery.Delivered);

        await runtime.SayAsync(channel, "hello");
        for (var i = 0; i < 2; i++)
        {
            var put = await runtime.Outbox.PutBack.NextAsync();
            await runtime.PassAsync(put);
        }

        var first = await runtime.Outbox.Ended.NextAsync();
        var second = await runtime.Outbox.Ended.NextAsync();

        (first.Status, first.Reason).ShouldBe((OutboxStatus.Failed, "SPK11014: it broke inside the runtime 3 times."));
        second.Status.ShouldBe(OutboxStatus.Delivered);
    }

    [Fact]
    public async Task An_action_that_breaks_three_times_gives_its_result_all_the_same()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Engine.OnRun = (_, state, happened) => happened is ActionEnded
            ? ScriptedEngine.Do(state with { Waiting = null })
            : ScriptedEngine.Await(state, ScriptedEngine.Action("pause"));
        runtime.Directory.OnAction = (_, _, _) => throw new InvalidOperationException();

        await runtime.SayAsync(channel, "hello");
        for (var i = 0; i < 2; i++)
        {
            var put = await runtime.Outbox.PutBack.NextAsync();
            await runtime.PassAsync(put);
        }

        var commit = await runtime.Store.Commits.NextAsync(one => one.Commit.Event is ActionEnded);

        ((ActionEnded)commit.Commit.Event).Result.ShouldBe("failed");
        ((ActionEnded)commit.Commit.Event).Reason!.ShouldStartWith("SPK11014");
    }
}
