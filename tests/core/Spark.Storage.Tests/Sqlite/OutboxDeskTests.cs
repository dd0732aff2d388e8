using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;
using Spark.Storage.Tests.Support;

namespace Spark.Storage.Tests.Sqlite;

public sealed class OutboxDeskTests
{
    private static readonly OutboxStatus[] Failed = [OutboxStatus.Failed, OutboxStatus.Unknown];

    [Fact]
    public async Task Effects_are_listed_in_the_order_of_their_age_and_can_be_opened_again()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var store = await TestStore.OpenAsync();
        var desk = store.Get<IOutboxDesk>();
        for (var i = 0; i < 5; i++)
        {
            await store.CommitAsync(store.FirstTurn($"c{i}"));
            store.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await store.Get<IOutboxStore>().EndAsync(
            TestStore.Node, [.. Enumerable.Range(0, 4).Select(i => new EndedEffect(Address(i), i % 2 == 0 ? OutboxStatus.Unknown : OutboxStatus.Failed, "no"))], cancellation);

        var page = await desk.ListAsync(Failed, null, 2, cancellation);
        var dropped = await desk.DropAsync(page[1].Entry.Address, "dropped", cancellation);
        var next = await desk.ListAsync(Failed, page[1].Entry.Address, 2, cancellation);
        var late = await desk.RetryAsync(Address(2), TestStore.Node, cancellation);
        var open = await desk.ListAsync([OutboxStatus.Pending, OutboxStatus.Claimed], null, 9, cancellation);
        var cancelled = await desk.ListAsync([OutboxStatus.Cancelled], null, 9, cancellation);
        var depth = await desk.MeasureAsync(cancellation);

        page.Select(one => one.Entry.ExternalId).ShouldBe(["c0", "c1"]);
        page[0].Reason.ShouldBe("no");
        dropped.ShouldBeTrue();
        (await desk.DropAsync(page[1].Entry.Address, "dropped", cancellation)).ShouldBeFalse();
        next.Select(one => one.Entry.ExternalId).ShouldBe(["c2", "c3"]);
        (late!.Entry.IsLate, late.Entry.MayHaveArrived, late.Entry.Status).ShouldBe((true, true, OutboxStatus.Pending));
        (await desk.RetryAsync(Address(2), TestStore.Node, cancellation)).ShouldBeNull();
        open.Select(one => one.Entry.ExternalId).ShouldBe(["c2", "c4"]);
        cancelled.ShouldHaveSingleItem().Reason.ShouldBe("dropped");
        depth.ShouldBe(new(2, late.Entry.CreatedAt));
    }

    private static EffectAddress Address(int conversation) => new(ConversationKey.Of("web", $"c{conversation}"), new(1, 0));
}
