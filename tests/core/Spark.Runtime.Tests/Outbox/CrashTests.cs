using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Tests.Support;

namespace Spark.Runtime.Tests.Outbox;

/// <summary>What becomes of calls that were under way when their process died.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly CollectingChannel channel = new("web", ReplyPath.Call);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_message_whose_call_three_processes_did_not_survive_is_set_aside()
    {
        channel.Block();
        await using var first = await TestRuntime.StartAsync(folder, channel);
        await first.SayAsync(channel, "hello");
        await channel.Sent.NextAsync();
        await first.CrashAsync();
        await using var second = await TestRuntime.StartAsync(folder, channel);
        await channel.Sent.NextAsync();
        await second.CrashAsync();
        await using var third = await TestRuntime.StartAsync(folder, channel);
        await channel.Sent.NextAsync();
        await third.CrashAsync();

        await using var fourth = await TestRuntime.StartAsync(folder, channel);
        var ended = await fourth.Outbox.Ended.NextAsync();

        ended.Status.ShouldBe(OutboxStatus.Failed);
        ended.Reason!.ShouldStartWith("SPK11012: the process ended with its call to 'test-channel' under way, 3 attempts");
        channel.Sent.All.Select(message => (message.Attempt, message.MayHaveArrived)).ShouldBe([(1, false), (2, true), (3, true)]);
    }

    [Fact]
    public async Task Attempts_that_the_far_side_has_answered_do_not_count_as_crashes()
    {
        var clock = new AnnouncingClock();
        channel.Deliver(Delivery.NotSent("down"));
        await using var first = await TestRuntime.StartAsync(folder, clock, new(), channel);
        await first.SayAsync(channel, "hello");
        for (var i = 0; i < 3; i++)
        {
            var put = await first.Outbox.PutBack.NextAsync();
            if (i == 2)
            {
                channel.Block();
            }

            await first.PassAsync(put);
        }

        await channel.Sent.NextAsync(message => message.Attempt == 4);
        await first.CrashAsync();
        channel.Deliver(Delivery.Delivered);
        await using var second = await TestRuntime.StartAsync(folder, clock, new(), channel);
        var ended = await second.Outbox.Ended.NextAsync();

        ended.Status.ShouldBe(OutboxStatus.Delivered);
        channel.Sent.All[^1].Attempt.ShouldBe(5);
        channel.Sent.All[^1].MayHaveArrived.ShouldBeTrue();
    }

    [Fact]
    public async Task An_action_that_must_not_be_repeated_is_marked_before_its_call_and_ends_unknown_after_a_crash()
    {
        await using var crashed = await TestRuntime.StartAsync(folder, channel);
        Script(crashed);
        await crashed.SayAsync(channel, "hello");
        await crashed.Directory.Actions.NextAsync();
        crashed.Query("SELECT status, attempts FROM outbox").ShouldBe(["3 1"]);
        await crashed.CrashAsync();

        await using var restarted = await StartScriptedAsync();
        var commit = await restarted.Store.Commits.NextAsync(one => one.Commit.Event is ActionEnded);

        var ended = (ActionEnded)commit.Commit.Event;
        ended.Result.ShouldBe("unknown");
        ended.Reason!.ShouldStartWith("SPK11013");
        restarted.Directory.Actions.All.ShouldBeEmpty();
        restarted.Query("SELECT status FROM outbox").ShouldBe(["12"]);
    }

    [Fact]
    public async Task An_action_that_must_not_be_repeated_and_was_not_called_yet_is_called_after_a_crash()
    {
        var release = new TaskCompletionSource();
        await using var crashed = await TestRuntime.StartAsync(folder, channel);
        Script(crashed);
        crashed.Directory.OnRepeatable = _ =>
        {
            // Before the mark is written, and before the call.
            release.Task.Wait(TestContext.Current.CancellationToken);
            return false;
        };
        await crashed.SayAsync(channel, "hello");
        await crashed.CrashAsync();
        release.SetResult();

        await using var restarted = await StartScriptedAsync();
        var call = await restarted.Directory.Actions.NextAsync();

        call.Context.Attempt.ShouldBe(1);
        crashed.Directory.Actions.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_repeatable_action_that_three_processes_did_not_survive_has_failed()
    {
        for (var i = 0; i < 3; i++)
        {
            var crashed = await StartScriptedAsync(isRepeatable: true);
            await using var closing = crashed;
            if (i == 0)
            {
                await crashed.SayAsync(channel, "hello");
            }

            (await crashed.Directory.Actions.NextAsync()).Context.Attempt.ShouldBe(i + 1);
            await crashed.CrashAsync();
        }

        await using var last = await StartScriptedAsync(isRepeatable: true);
        var commit = await last.Store.Commits.NextAsync(one => one.Commit.Event is ActionEnded);

        ((ActionEnded)commit.Commit.Event).Result.ShouldBe("failed");
        ((ActionEnded)commit.Commit.Event).Reason!.ShouldStartWith("SPK11012");
        last.Directory.Actions.All.ShouldBeEmpty();
    }

    private async Task<TestRuntime> StartScriptedAsync(bool isRepeatable = false)
    {
        var engine = new ScriptedEngine { OnRun = (_, state, happened) => Turn(state, happened) };
        var runtime = await TestRuntime.StartAsync(folder, new(), engine);
        Script(runtime, isRepeatable);
        runtime.Directory.Channels["web"] = channel;
        return runtime;
    }

    private static void Script(TestRuntime runtime, bool isRepeatable = false)
    {
        runtime.Engine.OnRun = (_, state, happened) => Turn(state, happened);
        runtime.Directory.OnRepeatable = _ => isRepeatable;
        runtime.Directory.OnAction = async (_, _, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return null!;
        };
    }

    private static TurnResult Turn(ConversationState state, ConversationEvent happened) => happened is ActionEnded
        ? ScriptedEngine.Do(state with { Waiting = null })
        : ScriptedEngine.Await(state, ScriptedEngine.Action("ticket"));
}
