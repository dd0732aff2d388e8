using Spark.Actions;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Expressions;
using Spark.Runtime.Outbox;
using Spark.Runtime.Tests.Support;
using Spark.Tests;

namespace Spark.Runtime.Tests.Actions;

public sealed class ManyActionsTests : IDisposable
{
    private const int Count = 600;
    private const int Most = 50;

    private static readonly Dictionary<string, string?> Few = new(StringComparer.Ordinal)
    {
        ["Outbox:MostInHand"] = "50",
        ["Outbox:MostActions"] = "8",
        ["Outbox:RecoveryPage"] = "40",
    };

    private readonly TempFolder folder = new();
    private readonly CollectingChannel channel = new("web", ReplyPath.Call);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task More_actions_than_memory_is_for_wait_in_the_store_and_run_once_each()
    {
        await using var runtime = await StartAsync();
        var release = new TaskCompletionSource();
        runtime.Directory.OnAction = async (_, _, _) =>
        {
            await release.Task;
            return ActionResult.Ok(Value.Null);
        };
        await SayAsync(runtime);
        runtime.Get<EffectsInHand>().ActionCount.ShouldBe(Most);

        release.SetResult();
        await EndedAsync(runtime);

        runtime.Directory.Actions.All.Select(action => action.Context.EffectId).Distinct(StringComparer.Ordinal).Count().ShouldBe(Count);
        runtime.Directory.Actions.All.Count.ShouldBe(Count, "each runs once");
        runtime.Query("SELECT DISTINCT status FROM outbox").ShouldBe(["10"]);
        // An action leaves the memory a moment after its end is written.
        await Condition.HoldsAsync(() => runtime.Get<EffectsInHand>().ActionCount == 0);
    }

    [Fact]
    public async Task What_a_dead_process_has_left_of_them_runs_within_the_same_bounds()
    {
        await using (var first = await StartAsync())
        {
            first.Directory.OnAction = async (_, _, token) =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
                return ActionResult.Ok(Value.Null);
            };
            await SayAsync(first);
            await first.CrashAsync();
        }

        await using var second = await StartAsync();
        await EndedAsync(second);

        second.Directory.Actions.All.Select(action => action.Context.EffectId).Distinct(StringComparer.Ordinal).Count().ShouldBe(Count);
        second.Directory.Actions.All.Count.ShouldBe(Count);
        second.Query("SELECT DISTINCT status FROM outbox").ShouldBe(["10"]);
    }

    private async Task<TestRuntime> StartAsync()
    {
        var runtime = await TestRuntime.StartAsync(folder, new(), new(), Few, channel);
        runtime.Engine.OnRun = (_, state, happened) => happened is ActionEnded
            ? ScriptedEngine.Do(state with { Waiting = null })
            : ScriptedEngine.Await(state, ScriptedEngine.Action("pause"));
        return runtime;
    }

    private async Task SayAsync(TestRuntime runtime)
    {
        for (var i = 0; i < Count; i++)
        {
            await runtime.SayAsync(channel, "hello", conversation: $"c{i}");
        }
    }

    private static async Task EndedAsync(TestRuntime runtime)
    {
        for (var ended = 0; ended < Count;)
        {
            var (commit, _) = await runtime.Store.Commits.NextAsync();
            ended += commit.Event is ActionEnded ? 1 : 0;
            runtime.Get<EffectsInHand>().ActionCount.ShouldBeLessThanOrEqualTo(Most);
        }
    }
}
