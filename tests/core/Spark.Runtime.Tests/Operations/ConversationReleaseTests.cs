using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Runtime.Operations;
using Spark.Runtime.Tests.Support;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Tests.Operations;

public sealed class ConversationReleaseTests : IDisposable
{
    private static readonly ConversationKey Key = ConversationKey.Of("web", "c1");

    private readonly TempFolder folder = new();
    private readonly CollectingChannel channel = new("web", ReplyPath.Call);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(Owner.Queued, ReleaseResult.Released)]
    [InlineData(Owner.Provider, ReleaseResult.Released)]
    [InlineData(Owner.Closed, ReleaseResult.Closed)]
    [InlineData(Owner.Bot, ReleaseResult.NotAway)]
    public async Task Only_what_a_desk_has_or_is_to_have_is_given_back(Owner owner, ReleaseResult expected)
    {
        await using var runtime = await StartAsync(owner);
        await runtime.SayAsync(channel, "hello");

        (await runtime.Get<ConversationRelease>().ReleaseAsync(Key, Token)).ShouldBe(expected);

        var after = (await runtime.Get<IConversationIndex>().FindAsync(Key, Token))!.Summary;
        after.Owner.ShouldBe(expected == ReleaseResult.Released ? Owner.Bot : owner);
        after.Sequence.ShouldBe(expected == ReleaseResult.Released ? 2 : 1);
    }

    [Theory]
    [InlineData(Owner.Bot, ReleaseResult.Released)]
    [InlineData(Owner.Provider, ReleaseResult.Released)]
    [InlineData(Owner.Closed, ReleaseResult.Closed)]
    public async Task All_but_a_closed_one_is_started_again(Owner owner, ReleaseResult expected)
    {
        await using var runtime = await StartAsync(owner);
        await runtime.SayAsync(channel, "hello");

        (await runtime.Get<ConversationRelease>().RestartAsync(Key, Token)).ShouldBe(expected);

        var after = (await runtime.Get<IConversationIndex>().FindAsync(Key, Token))!.Summary;
        after.Sequence.ShouldBe(expected == ReleaseResult.Released ? 2 : 1);
    }

    [Theory]
    [InlineData(Owner.Closed, ReleaseResult.Closed)]
    [InlineData(Owner.Bot, ReleaseResult.Released)]
    public async Task Whoever_moves_it_meanwhile_has_the_last_word(Owner moved, ReleaseResult expected)
    {
        await using var runtime = await StartAsync(Owner.Provider);
        await runtime.SayAsync(channel, "hello");

        // Another process moves it after the look and before the write.
        runtime.Store.BeforeCommit = async commit =>
        {
            if (commit.Event is InboundReceived { Inbound: ConversationDelegated })
            {
                runtime.Store.BeforeCommit = _ => Task.CompletedTask;
                Become(runtime, moved);
                await runtime.AnotherRunner().AcceptAsync(channel.Instance, TestRuntime.Message("meanwhile"), Token);
            }
        };

        (await runtime.Get<ConversationRelease>().ReleaseAsync(Key, Token)).ShouldBe(expected);

        var after = (await runtime.Get<IConversationIndex>().FindAsync(Key, Token))!.Summary;
        (after.Owner, after.Sequence).ShouldBe((moved, 2), "nothing was written behind it");
    }

    private async Task<TestRuntime> StartAsync(Owner owner)
    {
        var runtime = await TestRuntime.StartAsync(folder, channel);
        Become(runtime, owner);
        return runtime;
    }

    private static void Become(TestRuntime runtime, Owner owner) => runtime.Engine.OnRun = (_, state, happened) =>
        ScriptedEngine.Do(state with { Owner = happened is InboundReceived { Inbound: ConversationDelegated } ? Owner.Bot : owner });
}
