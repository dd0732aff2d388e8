using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Runtime.Feeds;
using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Tests.Support;

namespace Spark.Runtime.Tests.Operations;

public sealed class OutboxOperationsTests(OnePostgres postgres) : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly CollectingChannel channel = new("web", ReplyPath.Call);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_message_that_failed_is_sent_once_more_however_old_it_is()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        channel.Deliver(Delivery.Refused("too long"), Delivery.Delivered);
        await runtime.SayAsync(channel, "hello");
        var failed = await runtime.Outbox.Ended.NextAsync();
        runtime.Clock.Advance(TimeSpan.FromDays(1));
        var operations = runtime.Get<OutboxOperations>();

        var listed = (await operations.ListAsync(OutboxOperations.Dead, null, 10, Token)).ShouldHaveSingleItem();
        (listed.Entry.Address, listed.Reason).ShouldBe((failed.Address, "too long"));
        (await operations.RetryAsync(failed.Address, Token)).ShouldBeTrue();
        (await runtime.Outbox.Ended.NextAsync()).Status.ShouldBe(OutboxStatus.Delivered);

        (await operations.RetryAsync(failed.Address, Token)).ShouldBeFalse();
        (await operations.ListAsync(OutboxOperations.Dead, null, 10, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_dropped_is_not_sent_any_more()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        channel.Deliver(Delivery.Refused("too long"));
        await runtime.SayAsync(channel, "hello");
        var failed = await runtime.Outbox.Ended.NextAsync();
        var operations = runtime.Get<OutboxOperations>();

        (await operations.DropAsync(failed.Address, "The person was called.", Token)).ShouldBeTrue();
        (await operations.DropAsync(failed.Address, "The person was called.", Token)).ShouldBeFalse();
        (await operations.RetryAsync(failed.Address, Token)).ShouldBeFalse();

        runtime.Query("SELECT status FROM outbox").ShouldBe(["14"]);
        channel.Sent.All.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_result_of_an_action_that_is_retried_is_one_more_event(bool onPostgres)
    {
        var database = onPostgres ? await postgres.CreateDatabaseAsync() : null;
        await using var runtime = await TestRuntime.StartAsync(
            folder, database, new AnnouncingClock(), new ScriptedEngine(), new Dictionary<string, string?>(StringComparer.Ordinal), channel);
        runtime.Engine.OnRun = (_, state, happened) => happened is ActionEnded
            ? ScriptedEngine.Do(state with { Waiting = null })
            : ScriptedEngine.Await(state, ScriptedEngine.Action("ticket"));
        var working = runtime.Directory.OnAction;
        runtime.Directory.OnAction = (_, _, _) => Task.FromResult(new Spark.Actions.ActionResult<Expressions.Value> { Result = "timeout" });
        var key = (await runtime.SayAsync(channel, "hello")).Key;
        await runtime.Store.Commits.NextAsync(one => one.Commit.Event is ActionEnded);
        runtime.Directory.OnAction = working;

        for (var i = 0; i < 2; i++)
        {
            var address = (await runtime.Get<OutboxOperations>().ListAsync(OutboxOperations.Dead, null, 10, Token)).ShouldHaveSingleItem().Entry.Address;
            runtime.Directory.OnAction = i == 0 ? (_, _, _) => Task.FromResult(new Spark.Actions.ActionResult<Expressions.Value> { Result = "timeout" }) : working;
            (await runtime.Get<OutboxOperations>().RetryAsync(address, Token)).ShouldBeTrue();
            await runtime.Store.Commits.NextAsync(one => one.Commit.Event is ActionEnded);
        }

        runtime.Directory.Actions.All.Select(call => call.Context.Attempt).ShouldBe([1, 2, 3]);
        var log = (await runtime.Get<IConversationLog>().ReadAsync(key, 0, 10, Token)).ShouldNotBeNull();
        log.Turns.Count.ShouldBe(4);
        log.Turns[0].Effects.ShouldHaveSingleItem().Status.ShouldBe(OutboxStatus.Delivered);
    }
}
