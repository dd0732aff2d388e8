using Spark.Engine.Conversations;
using Spark.Runtime.Feeds;
using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Retention;
using Spark.Runtime.Turns;
using Spark.Storage.Tests.Conformance.Support;
using static Spark.Storage.Tests.Conformance.Support.TestTurns;

namespace Spark.Storage.Tests.Conformance;

public abstract class RetentionConformance : StorageConformance
{
    [Fact]
    public async Task What_is_older_goes_and_what_is_open_stays()
    {
        var old = await WriteAsync(Turns.First("old", Say("ended")));
        await Outbox.EndAsync(Node, [new(Name(old), OutboxStatus.Delivered, null)], Cancelled);
        var open = await WriteAsync(Turns.First("open", Say("open"), Say("ended")));
        await Outbox.EndAsync(Node, [new(Name(open, 1), OutboxStatus.Delivered, null)], Cancelled);
        Stores.Clock.Advance(TimeSpan.FromDays(10));
        await WriteAsync(Turns.After(old, Say("young")));

        (await PruneAllAsync(100)).Sum(page => page.Rows).ShouldBeGreaterThanOrEqualTo(3, "an event, and two keys");

        (await LogAsync(old.Key)).ShouldSatisfyAllConditions(
            log => log.Newest.ShouldBe(2), log => log.Turns.ShouldHaveSingleItem().Sequence.ShouldBe(2));
        (await LogAsync(open.Key)).Turns.ShouldHaveSingleItem();
        (await StandsAsync(Name(open))).ShouldSatisfyAllConditions(
            entry => entry.Status.ShouldBe(OutboxStatus.Claimed), entry => entry.Effect.ShouldBeOfType<SendMessage>());
        (await LoadAsync(old)).ShouldSatisfyAllConditions(
            loaded => loaded.Sequence.ShouldBe(2), loaded => loaded.State.ShouldNotBeNull(), loaded => loaded.DuplicateOf.ShouldBeNull("the key is forgotten"));
        (await Stores.Get<IDatabaseCare>().CheckAsync(Cancelled)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Keys_and_events_have_limits_of_their_own()
    {
        var turn = await WriteAsync(Turns.First("c1"));
        Stores.Clock.Advance(TimeSpan.FromDays(3));

        await PruneAllAsync(100, new(Stores.Clock.GetUtcNow().AddDays(-7), Stores.Clock.GetUtcNow().AddDays(-2)));

        (await LoadAsync(turn)).DuplicateOf.ShouldBeNull();
        (await LogAsync(turn.Key)).Turns.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_page_is_no_longer_than_asked()
    {
        var last = await WriteAsync(Turns.First("c1", Say("0")));
        for (var i = 1; i < 25; i++)
        {
            last = await WriteAsync(Turns.After(last, OutboxStatus.Delivered, Say("hi")));
        }

        await Outbox.EndAsync(Node, [new(new(last.Key, new(1, 0)), OutboxStatus.Delivered, null)], Cancelled);
        Stores.Clock.Advance(TimeSpan.FromDays(10));
        await WriteAsync(Turns.After(last));

        var pages = await PruneAllAsync(4);

        pages.Count.ShouldBeGreaterThan(5);
        (await LogAsync(last.Key)).Turns.ShouldHaveSingleItem().Sequence.ShouldBe(26);
    }

    [Fact]
    public async Task Open_episodes_stay()
    {
        var now = Stores.Clock.GetUtcNow();
        var first = new Episode { Number = 1, Bot = "b", Version = "1", Began = now };
        var turn = await WriteAsync(Turns.First("c1") with { Episodes = [first] });
        var second = new Episode { Number = 2, Bot = "b", Version = "2", Began = now };
        await WriteAsync(Turns.After(turn) with { Episodes = [first with { Ended = now, Outcome = EpisodeOutcome.Resolved }, second] });
        Stores.Clock.Advance(TimeSpan.FromDays(10));

        await PruneAllAsync(100);

        (await Stores.Get<IConversationIndex>().FindAsync(turn.Key, Cancelled))!.Episodes.ShouldContain(episode => episode.Number == 2);
    }

    [Fact]
    public async Task What_failed_and_what_cannot_be_told_goes_with_its_time_and_so_do_episodes_that_ended()
    {
        var now = Stores.Clock.GetUtcNow();
        var ended = new Episode { Number = 1, Bot = "b", Version = "1", Began = now, Ended = now, Outcome = EpisodeOutcome.Resolved };
        var old = await WriteAsync(Turns.First("c1", Say("failed"), Say("unknown")) with { Episodes = [ended] });
        await Outbox.EndAsync(Node, [new(Name(old), OutboxStatus.Failed, "no"), new(Name(old, 1), OutboxStatus.Unknown, "who knows")], Cancelled);
        Stores.Clock.Advance(TimeSpan.FromDays(10));
        var young = await WriteAsync(Turns.After(old, Say("failed")) with
        {
            Episodes = [ended with { Number = 2, Began = Stores.Clock.GetUtcNow(), Ended = Stores.Clock.GetUtcNow() }],
        });
        await Outbox.EndAsync(Node, [new(Name(young), OutboxStatus.Failed, "no")], Cancelled);

        await PruneAllAsync(1);

        (await LogAsync(old.Key)).Turns.ShouldHaveSingleItem().Sequence.ShouldBe(2);
        (await Stores.Get<IOutboxDesk>().ListAsync([OutboxStatus.Failed, OutboxStatus.Unknown], null, 10, Cancelled))
            .ShouldHaveSingleItem().Entry.Address.ShouldBe(Name(young));
        (await Stores.Get<IConversationIndex>().FindAsync(old.Key, Cancelled))!.Episodes.ShouldHaveSingleItem().Number.ShouldBe(2);
        (await Stores.Get<IDatabaseCare>().CheckAsync(Cancelled)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_asks_for_turns_that_went_is_told_where_the_others_begin()
    {
        var last = await WriteAsync(Turns.First("c1"));
        for (var i = 1; i < 12; i++)
        {
            last = await WriteAsync(Turns.After(last));
        }

        Stores.Clock.Advance(TimeSpan.FromDays(10));
        last = await WriteAsync(Turns.After(last));
        await WriteAsync(Turns.After(last));
        await PruneAllAsync(100);

        var log = Stores.Get<IConversationLog>();
        (await log.ReadAsync(last.Key, 0, 5, Cancelled)).ShouldBe(new LogSlice(14, [], 13), Equal);
        (await log.ReadAsync(last.Key, 12, 13, Cancelled))!.ShouldSatisfyAllConditions(
            slice => slice.Turns.ShouldHaveSingleItem().Sequence.ShouldBe(13), slice => slice.Next.ShouldBeNull());
        (await log.ReadAsync(last.Key, 14, 20, Cancelled)).ShouldBe(new LogSlice(14, [], null), Equal);
    }

    [Fact]
    public async Task What_was_said_with_a_bot_goes_by_the_time_of_that_bot()
    {
        var bots = Stores.Get<IBotRetentionStore>();
        var short1 = await TalkAsync("c1", "short", 3);
        var long1 = await TalkAsync("c2", "long", 2);
        Stores.Clock.Advance(TimeSpan.FromDays(10));
        var young = await TalkAsync("c3", "short", 1);
        var before = Stores.Clock.GetUtcNow().AddDays(-7);

        (await bots.BotsAsync(Cancelled)).ShouldBe(["long", "short"]);
        (await bots.CountAsync("short", before, Cancelled)).ShouldBe(new(1, 3));
        (await bots.CountAsync("short", before.AddDays(8), Cancelled)).ShouldBe(new(2, 4));
        (await bots.PruneAsync("short", before, 10, Cancelled)).ShouldBe(new(1, 3));
        (await bots.PruneAsync("short", before, 10, Cancelled)).ShouldBe(new(0, 0));

        (await LogAsync(short1.Key)).Turns.ShouldBeEmpty();
        (await LogAsync(long1.Key)).Turns.Count.ShouldBe(2);
        (await LogAsync(young.Key)).Turns.Count.ShouldBe(1);
        (await Stores.Get<IConversationIndex>().FindAsync(short1.Key, Cancelled))!.Episodes.ShouldBeEmpty();
        (await Stores.Get<IDatabaseCare>().CheckAsync(Cancelled)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_episode_waits_for_those_before_it_that_are_kept_for_longer()
    {
        var bots = Stores.Get<IBotRetentionStore>();
        var first = await TalkAsync("c1", "long", 2);
        Stores.Clock.Advance(TimeSpan.FromDays(1));
        await WriteAsync(Turns.After(first) with { Episodes = [Ended("short", 2)] });
        Stores.Clock.Advance(TimeSpan.FromDays(10));
        await TalkAsync("other", "short", 1);
        var before = Stores.Clock.GetUtcNow().AddDays(-7);

        (await bots.PruneAsync("short", before, 10, Cancelled)).ShouldBe(new(0, 0));
        (await bots.PruneAsync("long", before, 10, Cancelled)).ShouldBe(new(1, 2));
        (await bots.PruneAsync("short", before, 10, Cancelled)).ShouldBe(new(1, 1));

        (await LogAsync(first.Key)).Turns.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_page_takes_more_episodes_of_a_bot_than_asked_and_open_effects_stay()
    {
        var bots = Stores.Get<IBotRetentionStore>();
        for (var i = 0; i < 5; i++)
        {
            await TalkAsync($"c{i}", "short", 1);
        }

        var open = await WriteAsync(Turns.First("open", Say("waits")) with { Episodes = [Ended("short", 1)] });
        Stores.Clock.Advance(TimeSpan.FromDays(10));
        await TalkAsync("other", "other", 1);
        var pages = new List<BotEpisodesGone>();
        while (pages.Count == 0 || pages[^1].Episodes > 0)
        {
            pages.Add(await bots.PruneAsync("short", Stores.Clock.GetUtcNow().AddDays(-7), 2, Cancelled));
        }

        pages.Select(page => page.Episodes).ShouldBe([2, 2, 2, 0]);
        (await LogAsync(open.Key)).Turns.ShouldHaveSingleItem("its effect is open");
    }

    private Episode Ended(string bot, int number) =>
        new() { Number = number, Bot = bot, Version = "1", Began = Stores.Clock.GetUtcNow(), Ended = Stores.Clock.GetUtcNow(), Outcome = EpisodeOutcome.Resolved };

    private async Task<TurnCommit> TalkAsync(string conversation, string bot, int turns)
    {
        var last = await WriteAsync(Turns.First(conversation) with { Episodes = [Ended(bot, 1)] });
        for (var turn = 1; turn < turns; turn++)
        {
            last = await WriteAsync(Turns.After(last));
        }

        return last;
    }

    private static readonly EqualityComparer<LogSlice?> Equal = EqualityComparer<LogSlice?>.Create(
        (one, other) => (one?.Newest, one?.Turns.Count, one?.Next) == (other?.Newest, other?.Turns.Count, other?.Next));

    private async Task<IReadOnlyList<Pruned>> PruneAllAsync(int limit, RetentionLimits? limits = null)
    {
        var before = Stores.Clock.GetUtcNow().AddDays(-7);
        var pages = new List<Pruned>();
        while (pages.Count == 0 || !pages[^1].IsDone)
        {
            pages.Count.ShouldBeLessThan(200);
            pages.Add(await Stores.Get<IRetentionStore>().PruneAsync(limits ?? new(before, before), limit, Cancelled));
        }

        return pages;
    }

    private async Task<LogSlice> LogAsync(ConversationKey key) =>
        (await Stores.Get<IConversationLog>().ReadAsync(key, 0, 1000, Cancelled)).ShouldNotBeNull();
}
