using Spark.Engine.Conversations;
using Spark.Runtime.Feeds;
using Spark.Runtime.Health;
using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;
using Spark.Storage.Tests.Conformance.Support;
using static Spark.Storage.Tests.Conformance.Support.TestTurns;

namespace Spark.Storage.Tests.Conformance;

public abstract class OperationsConformance : StorageConformance
{
    private IConversationIndex Index => Stores.Get<IConversationIndex>();

    private IOutboxDesk Desk => Stores.Get<IOutboxDesk>();

    [Fact]
    public async Task Conversations_are_listed_those_changed_last_first()
    {
        for (var i = 0; i < 23; i++)
        {
            await WriteAsync(Turns.First($"c{i}"));
            Stores.Clock.Advance(i % 3 == 0 ? TimeSpan.Zero : TimeSpan.FromMinutes(7));
        }

        var changed = await WriteAsync(Turns.After(Turns.First("c4")) with { ExternalId = "c4" });
        var listed = new List<ConversationSummary>();
        ConversationCursor? cursor = null;
        for (var page = await Index.ListAsync(null, 5, Cancelled); page.Count > 0; page = await Index.ListAsync(cursor, 5, Cancelled))
        {
            listed.AddRange(page);
            cursor = new(page[^1].ChangedAt, page[^1].Key);
        }

        listed.Count.ShouldBe(23);
        listed.Select(one => one.Key).Distinct().Count().ShouldBe(23);
        listed.Select(one => one.ChangedAt).ShouldBeInOrder(SortDirection.Descending);
        var c4 = listed.Single(one => one.Key == changed.Key);
        c4.ShouldBe(new(changed.Key, "web", "c4", 2, Owner.Bot, c4.BeganAt, changed.Event.At));
        c4.BeganAt.ShouldBeLessThan(c4.ChangedAt);
    }

    [Fact]
    public async Task The_newest_conversation_is_the_one_that_changed_last()
    {
        (await Index.NewestAsync(Cancelled)).ShouldBeNull();
        await WriteAsync(Turns.First("c1"));
        Stores.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var second = await WriteAsync(Turns.First("c2"));
        (await Index.NewestAsync(Cancelled))!.Key.ShouldBe(second.Key);

        Stores.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var first = await WriteAsync(Turns.After(Turns.First("c1")) with { ExternalId = "c1" });

        (await Index.NewestAsync(Cancelled)).ShouldBe((await Index.ListAsync(null, 1, Cancelled))[0]);
        (await Index.NewestAsync(Cancelled))!.Key.ShouldBe(first.Key);
    }

    [Fact]
    public async Task A_conversation_is_shown_with_its_episodes()
    {
        var now = Stores.Clock.GetUtcNow();
        var episodes = Enumerable.Range(1, 25).Select(number => new Episode
        {
            Number = number, Bot = "b", Version = "1", Began = now, Ended = now, Outcome = EpisodeOutcome.Abandoned, Reason = "left \0 alone",
        }).ToList();
        var turn = await WriteAsync(Turns.First("c1") with { Episodes = episodes, WakeAt = now.AddHours(1) });

        var found = await Index.FindAsync(turn.Key, Cancelled);

        found.ShouldNotBeNull();
        found.Summary.ExternalId.ShouldBe("c1");
        found.State.Sequence.ShouldBe(1);
        found.WakeAt.ShouldBe(now.AddHours(1));
        found.Episodes.Select(episode => episode.Number).ShouldBe(Enumerable.Range(6, 20).Reverse());
        found.Episodes[0].ShouldSatisfyAllConditions(
            episode => episode.Outcome.ShouldBe(EpisodeOutcome.Abandoned), episode => episode.Ended.ShouldBe(now), episode => episode.Bot.ShouldBe("b"));
        (await Index.FindAsync(default, Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task Effects_are_listed_by_status_the_oldest_first()
    {
        var names = new List<EffectAddress>();
        for (var i = 0; i < 12; i++)
        {
            var turn = await WriteAsync(Turns.First($"c{i}", Say("hi")));
            Stores.Clock.Advance(TimeSpan.FromSeconds(1));
            await Outbox.EndAsync(Node, i % 2 == 0 ? [new(Name(turn), i % 4 == 0 ? OutboxStatus.Failed : OutboxStatus.Unknown, $"because {i}")] : [], Cancelled);
            names.Add(Name(turn));
        }

        var listed = new List<ListedEffect>();
        EffectAddress? after = null;
        OutboxStatus[] troubled = [OutboxStatus.Failed, OutboxStatus.Unknown];
        for (var page = await Desk.ListAsync(troubled, null, 4, Cancelled); page.Count > 0; page = await Desk.ListAsync(troubled, after, 4, Cancelled))
        {
            listed.AddRange(page);
            after = page[^1].Entry.Address;
        }

        listed.Select(effect => effect.Entry.Address).ShouldBe(names.Where((_, i) => i % 2 == 0));
        listed[1].Reason.ShouldBe("because 2");
        var open = await Desk.ListAsync([OutboxStatus.Claimed], null, 100, Cancelled);
        open.Select(effect => effect.Entry.Address).ShouldBe(names.Where((_, i) => i % 2 == 1));
        open.ShouldAllBe(effect => effect.Node == Node);
        (await Desk.ListAsync([OutboxStatus.Claimed, OutboxStatus.Failed], null, 3, Cancelled)).Select(effect => effect.Entry.Address)
            .ShouldBe([names[0], names[1], names[3]]);
        (await Desk.ListAsync([OutboxStatus.Delivered], null, 3, Cancelled)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failed_effect_is_opened_again_and_an_open_one_is_not()
    {
        var turn = await WriteAsync(Turns.First("c1", Say("failed"), Say("open")));
        await Outbox.EndAsync(Node, [new(Name(turn), OutboxStatus.Failed, "no")], Cancelled);
        var other = await Stores.JoinAsync();

        var opened = await Desk.RetryAsync(Name(turn), other, Cancelled);

        opened.ShouldNotBeNull().Entry.ShouldSatisfyAllConditions(
            entry => (entry.Status < OutboxStatus.Delivered).ShouldBeTrue(), entry => entry.IsLate.ShouldBeTrue(), entry => entry.Effect.ShouldBeOfType<SendMessage>());
        (await Desk.RetryAsync(Name(turn), other, Cancelled)).ShouldBeNull("it is open by now");
        (await Desk.RetryAsync(Name(turn, 1), other, Cancelled)).ShouldBeNull();
        (await Outbox.BeginAttemptAsync(other, Name(turn), 1, OutboxStatus.Claimed, Cancelled)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_result_of_an_action_that_is_retried_is_one_more_event_each_time()
    {
        var turn = await WriteAsync(Turns.First("c1", Act()));
        var name = Name(turn);
        var entry = turn.Effects[0];
        for (var attempt = 1; attempt <= 4; attempt++)
        {
            entry.Attempts.ShouldBe(attempt - 1);
            entry = entry with { Attempts = attempt };
            (await Outbox.BeginAttemptAsync(Node, name, attempt, OutboxStatus.Claimed, Cancelled)).ShouldBeTrue();

            // A result that is known already is written as nothing, and its effect would end without it.
            turn = await WriteAsync(Turns.After(turn) with { Keys = [entry.ResultKey], Ends = new(name.Effect, OutboxStatus.Unknown, "It was too late.") });
            (await StandsAsync(name)).Status.ShouldBe(OutboxStatus.Unknown);
            entry = (await Desk.RetryAsync(name, Node, Cancelled)).ShouldNotBeNull().Entry;
        }
    }

    [Fact]
    public async Task A_failed_effect_is_dropped_once()
    {
        var turn = await WriteAsync(Turns.First("c1", Say("failed"), Say("open")));
        await Outbox.EndAsync(Node, [new(Name(turn), OutboxStatus.Unknown, "no")], Cancelled);

        (await Desk.DropAsync(Name(turn), "not wanted \0", Cancelled)).ShouldBeTrue();

        (await StandsAsync(Name(turn))).Status.ShouldBe(OutboxStatus.Cancelled);
        (await Desk.DropAsync(Name(turn), "again", Cancelled)).ShouldBeFalse();
        (await Desk.DropAsync(Name(turn, 1), "open", Cancelled)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_depth_counts_what_is_open()
    {
        (await Desk.MeasureAsync(Cancelled)).ShouldBe(new(0, null));
        var first = await WriteAsync(Turns.First("c1", Say("one"), Say("two")));
        Stores.Clock.Advance(TimeSpan.FromHours(1));
        await WriteAsync(Turns.First("c2", Say("three")));
        await Outbox.EndAsync(Node, [new(Name(first), OutboxStatus.Delivered, null)], Cancelled);

        (await Desk.MeasureAsync(Cancelled)).ShouldBe(new(2, first.Event.At));
    }

    [Fact]
    public async Task What_waits_for_the_next_request_is_counted_and_has_no_age()
    {
        var first = await WriteAsync(Turns.First("c1"));
        await WriteAsync(Turns.After(first, OutboxStatus.WaitingForAnswer, Say("late")));
        var onlyWaiting = await Desk.MeasureAsync(Cancelled);
        Stores.Clock.Advance(TimeSpan.FromHours(1));
        var second = await WriteAsync(Turns.First("c2", Say("one")));

        onlyWaiting.ShouldBe(new(1, null));
        (await Desk.MeasureAsync(Cancelled)).ShouldBe(new(2, second.Event.At));
    }

    [Fact]
    public async Task A_long_log_is_read_page_by_page()
    {
        var last = await WriteAsync(Turns.First("c1", Say("1")));
        for (var i = 2; i <= 1000; i++)
        {
            last = await WriteAsync(Turns.After(last, OutboxStatus.Delivered, Say($"{i}"), Say("more")));
        }

        var log = Stores.Get<IConversationLog>();
        var read = new List<LoggedTurn>();
        for (var after = 0L; after < 1000; after += 64)
        {
            var slice = await log.ReadAsync(last.Key, after, after + 64, Cancelled);
            slice!.Newest.ShouldBe(1000);
            read.AddRange(slice.Turns);
        }

        read.Select(turn => turn.Sequence).ShouldBe(Enumerable.Range(1, 1000).Select(number => (long)number));
        read.Skip(1).ShouldAllBe(turn => turn.Effects.Count == 2 && turn.Effects[1].Address.Effect.Index == 1);
        (await log.ReadAsync(default, 0, 10, Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task A_healthy_database_has_no_problems()
    {
        var turn = await WriteAsync(Turns.First("c1", Say("hi")) with { WakeAt = Stores.Clock.GetUtcNow() });
        await WriteAsync(Turns.After(turn));

        var report = await Stores.Get<IDatabaseCare>().CheckAsync(Cancelled);

        report.Problems.ShouldBeEmpty();
        report.Schema.ShouldBeGreaterThan(0);
        report.Engine.ShouldNotBeEmpty();
        report.Counts["conversations"].ShouldBe(1);
        report.Counts["events"].ShouldBe(2);
        report.Counts["outbox"].ShouldBe(1);
    }

    [Fact]
    public async Task Ready_means_that_the_database_can_be_written() =>
        (await Stores.Get<IReadinessProbe>().CheckAsync(Cancelled)).ShouldBeNull();
}
