using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Runtime.Tests.Support;

namespace Spark.Runtime.Tests.Timers;

/// <summary>Timers of conversations whose turns other nodes run too, and of conversations that cannot be woken.</summary>
public sealed class TimerServiceTests : IDisposable
{
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(12);
    private static readonly Dictionary<string, string?> OneMinute = new(StringComparer.Ordinal) { ["Node:Lease"] = "00:01:00" };

    private readonly TempFolder folder = new();
    private readonly CollectingChannel channel = new("web", ReplyPath.Call);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_another_node_has_armed_rings_here_although_this_node_remembers_the_conversation_without_it()
    {
        await using var runtime = await StartAsync();
        await runtime.SayAsync(channel, "idle");
        await runtime.AnotherRunner().AcceptAsync(channel.Instance, TestRuntime.Message("soon", "2"), Cancelled);

        // Less than the hold after which it would come again.
        await PassAsync(runtime, TimeSpan.FromMinutes(10.5));

        (await channel.Sent.NextAsync(message => channel.SentTexts.Contains("woken"))).ShouldNotBeNull();
        channel.SentTexts.ShouldBe(["idle", "soon", "woken"]);
    }

    [Fact]
    public async Task One_that_cannot_be_woken_keeps_no_other_from_it_and_comes_again()
    {
        await using var runtime = await StartAsync();
        await runtime.SayAsync(channel, "soon", "1", "c1");
        await runtime.SayAsync(channel, "soon", "2", "c2");
        var broken = 0;
        runtime.Store.BeforeCommit = commit => commit.Event is TimerDue && commit.ExternalId == "c1" && broken++ == 0
            ? throw new InvalidOperationException("cannot be written")
            : Task.CompletedTask;

        await PassAsync(runtime, TimeSpan.FromMinutes(14));

        await runtime.Outbox.Ended.NextAsync(_ => channel.SentTexts.Count(text => text == "woken") == 2);
        broken.ShouldBe(2);
    }

    private async Task<TestRuntime> StartAsync()
    {
        var runtime = await TestRuntime.StartAsync(folder, new(), new(), OneMinute, channel);
        runtime.Engine.OnRun = (_, state, happened) => happened is TimerDue
            ? ScriptedEngine.Say(state with { Timers = [] }, "woken")
            : ScriptedEngine.Say(
                state with { Timers = [new("wait", happened.At + (ScriptedEngine.TextOf(happened) == "soon" ? TimeSpan.FromMinutes(10) : TimeSpan.FromHours(6)), state.Sequence + 1)] },
                ScriptedEngine.TextOf(happened)!);
        await runtime.Nodes.Listed.NextAsync();
        return runtime;
    }

    // Step by step, as the node renews its lease.
    private static async Task PassAsync(TestRuntime runtime, TimeSpan time)
    {
        for (; time > TimeSpan.Zero; time -= Renewal)
        {
            runtime.Clock.Advance(Renewal);
            await runtime.Nodes.Listed.NextAsync();
        }
    }
}
