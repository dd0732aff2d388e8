using Spark.Engine.Conversations;
using Spark.Messages;
using Spark.Runtime.Answers;
using Spark.Runtime.Feeds;
using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;
using Spark.Storage.Tests.Support;

namespace Spark.Storage.Tests.Sqlite;

public sealed class SchemaOneTests
{
    [Fact]
    public async Task What_the_first_schema_kept_is_carried_over()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var folder = new TestFolder();
        SchemaOne.Write(Path.Combine(folder.Path, "spark.db"));
        await using var store = await TestStore.OpenAsync(folder.Path);
        var a = ConversationKey.Of("web", "a");

        var loaded = await store.Conversations.LoadAsync(a, [new("web", "a2")], cancellation);
        var log = await store.Get<IConversationLog>().ReadAsync(a, 0, 10, cancellation);
        var open = await store.Get<ILaneStore>().TakeOverAsync(TestStore.Node, null, 10, cancellation);
        var answered = await store.Get<IAnswerStore>().TakeAsync(a, 2, cancellation);
        var listed = await store.Get<IConversationIndex>().ListAsync(null, 10, cancellation);
        var report = await store.Get<IDatabaseCare>().CheckAsync(cancellation);

        (loaded.Sequence, loaded.DuplicateOf).ShouldBe((3, 2));
        log!.Newest.ShouldBe(3);
        log.Turns.Select(turn => turn.Sequence).ShouldBe([1, 2, 3]);
        log.Turns.Select(turn => ((ActionEnded)turn.Event).Reason).ShouldBe(["a", "a", "a"]);
        log.Turns.SelectMany(turn => turn.Effects).Select(entry => entry.Status).Distinct()
            .ShouldBe([OutboxStatus.Delivered, OutboxStatus.Answered, OutboxStatus.Claimed]);
        open.Count.ShouldBe(4);
        open.Select(one => one.Entry.Address).ShouldBe(open.Select(one => one.Entry.Address).Order());
        ((SendMessage)open.First(one => one.Entry.ExternalId == "b").Entry.Effect).Parts.ShouldBe([new TextPart("b3 \"é\"")]);
        answered.Messages.Count.ShouldBe(2);
        listed.Select(one => one.ExternalId).ShouldBe(["b", "a"]);
        report.Problems.ShouldBeEmpty();
        report.Counts["settings"].ShouldBe(1);
        (await store.CommitAsync(store.NextTurn(store.FirstTurn("a")) with
        {
            ExpectedSequence = 3,
            State = new() { Sequence = 4 },
            Keys = [new("web", "a4")],
            Effects = [],
        })).ShouldBe(new(CommitStatus.Committed, 4));
        (await store.Get<IConversationLog>().ReadAsync(a, 2, 10, cancellation))!.Turns.Select(turn => turn.Sequence).ShouldBe([3, 4]);
    }
}
