using Spark.Engine.Conversations;
using Spark.Offload;
using Spark.Runtime.Episodes;
using Spark.Runtime.Escalation;
using Spark.Runtime.Outbox;
using Spark.Runtime.Retention;
using Spark.Runtime.Turns;
using Spark.Storage.Tests.Conformance.Support;

namespace Spark.Storage.Tests.Conformance;

public abstract class EscalationConformance : StorageConformance
{
    private static readonly ConversationKey Key = ConversationKey.Of("web", "c");

    private IEscalationStore Store => Stores.Get<IEscalationStore>();

    [Fact]
    public async Task Of_two_who_have_seen_the_same_attempts_one_begins_the_next()
    {
        (await Store.BeginAsync(Record(4, 1), Cancelled)).ShouldBeTrue();
        (await Store.BeginAsync(Record(5, 1), Cancelled)).ShouldBeFalse();
        (await Store.BeginAsync(Record(4, 2), Cancelled)).ShouldBeFalse("the effect has an attempt already");
        (await Store.BeginAsync(Record(5, 2), Cancelled)).ShouldBeTrue();

        var begun = await Task.WhenAll(Enumerable.Range(10, 20).Select(async sequence => await Store.BeginAsync(Record(sequence, 3), Cancelled)));
        begun.Count(one => one).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_begun_is_found_by_a_new_process()
    {
        await Store.BeginAsync(Record(4, 1), Cancelled);
        await Stores.ReopenAsync();

        var only = (await Store.ListAsync(Key, Cancelled)).ShouldHaveSingleItem();

        (only.CorrelationId, only.Number, only.Result, only.Ticket).ShouldBe(("spark-4", 1, null, null));
        (await Store.ListAsync(ConversationKey.Of("web", "other"), Cancelled)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_it_came_to_is_kept_with_its_ticket()
    {
        var ticket = new TicketReference { Number = "INC1", Id = "abc", Url = new("https://desk.example/1") };
        await Store.BeginAsync(Record(4, 1), Cancelled);
        await Store.EndAsync(Record(4, 1) with { EndedAt = Stores.Clock.GetUtcNow(), Result = OffloadResult.Unknown, Reason = "No answer \0 came." }, Cancelled);
        await Store.EndAsync(Record(4, 1) with { EndedAt = Stores.Clock.GetUtcNow(), Result = OffloadResult.Created, Ticket = ticket }, Cancelled);

        var only = (await Store.ListAsync(Key, Cancelled)).ShouldHaveSingleItem();

        (only.Result, only.Ticket, only.Reason).ShouldBe((OffloadResult.Created, ticket, null));
    }

    [Fact]
    public async Task Attempts_go_with_the_retention_of_their_conversation_unless_somebody_is_at_them()
    {
        var ended = await WriteAsync(Turns.First("ended", TestTurns.Open()));
        await Outbox.EndAsync(Node, [new(TestTurns.Name(ended), OutboxStatus.Delivered, null)], Cancelled);
        var open = await WriteAsync(Turns.First("open", TestTurns.Open()));
        await BeginAsync(TestTurns.Name(ended), 1);
        await BeginAsync(TestTurns.Name(open), 1);
        Stores.Clock.Advance(TimeSpan.FromDays(10));
        var later = await WriteAsync(Turns.After(ended, TestTurns.Open()));
        await BeginAsync(TestTurns.Name(later), 2);

        await PruneAsync(1);

        (await Store.ListAsync(ended.Key, Cancelled)).ShouldHaveSingleItem().Number.ShouldBe(2, "the first is too old");
        (await Store.ListAsync(open.Key, Cancelled)).ShouldHaveSingleItem("its effect is open: a second try must find it");
        await Outbox.EndAsync(Node, [new(TestTurns.Name(open), OutboxStatus.Delivered, null)], Cancelled);
        await PruneAsync(100);
        (await Store.ListAsync(open.Key, Cancelled)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Episodes_are_found_by_their_outcome_with_their_ticket()
    {
        var index = Stores.Get<IEpisodeIndex>();
        var escalated = await WriteAsync(Turns.First("a") with { Episodes = [Episode(1) with { Outcome = EpisodeOutcome.Escalated, Reason = "ticket-opened", Type = EpisodeType.Incident, Ticket = "INC1", TicketUrl = new("https://desk.example/1"), Category = "Network: VPN" }] });
        await WriteAsync(Turns.First("b") with { Episodes = [Episode(1)] });
        await WriteAsync(Turns.First("c") with { Episodes = [Episode(1) with { Outcome = EpisodeOutcome.Resolved, Ended = Stores.Clock.GetUtcNow() }] });

        var found = (await index.ListAsync(new() { Outcome = EpisodeOutcome.Escalated }, null, 10, Cancelled)).Episodes.ShouldHaveSingleItem();
        found.Conversation.Key.ShouldBe(escalated.Key);
        (found.Episode.Ticket, found.Episode.TicketUrl, found.Episode.Category, found.Episode.Type, found.Episode.IsCompleted)
            .ShouldBe(("INC1", new Uri("https://desk.example/1"), "Network: VPN", EpisodeType.Incident, true));
        (await index.ListAsync(new() { IsOpen = true }, null, 10, Cancelled)).Episodes.ShouldHaveSingleItem().Conversation.ExternalId.ShouldBe("b");
        var begin = await index.ListAsync(new() { IsOpen = false }, null, 1, Cancelled);
        var first = begin.Episodes.ShouldHaveSingleItem();
        var second = (await index.ListAsync(new() { IsOpen = false }, begin.Next, 10, Cancelled)).Episodes.ShouldHaveSingleItem();
        new[] { first, second }.Select(one => one.Conversation.ExternalId).Order().ShouldBe(["a", "c"]);
    }

    private async Task BeginAsync(EffectAddress effect, int number) =>
        (await Store.BeginAsync(new(effect, number, $"spark-{effect.Id}", Stores.Clock.GetUtcNow()), Cancelled)).ShouldBeTrue();

    private async Task PruneAsync(int page)
    {
        var before = Stores.Clock.GetUtcNow().AddDays(-7);
        for (var pages = 0; !(await Stores.Get<IRetentionStore>().PruneAsync(new(before, before), page, Cancelled)).IsDone; pages++)
        {
            pages.ShouldBeLessThan(100);
        }
    }

    private static EscalationRecord Record(long sequence, int number) =>
        new(new(Key, new(sequence, 0)), number, $"spark-{sequence}", DateTimeOffset.UnixEpoch.AddDays(20_000));

    private Episode Episode(int number) => new() { Number = number, Bot = "b", Version = "1", Began = Stores.Clock.GetUtcNow() };
}
