using System.Text.Json;
using Spark.Engine.Conversations;
using Spark.Messages;
using Spark.Runtime.Bots;
using Spark.Runtime.Feeds;
using Spark.Runtime.Nodes;
using Spark.Runtime.Stores;
using Spark.Runtime.Turns;
using Spark.Storage.Tests.Conformance.Support;
using static Spark.Storage.Tests.Conformance.Support.TestTurns;

namespace Spark.Storage.Tests.Conformance;

public abstract class ConversationConformance : StorageConformance
{
    [Fact]
    public async Task A_conversation_that_is_not_there_is_loaded_as_nothing()
    {
        var loaded = await LoadAsync(Turns.First("c1"));

        loaded.ShouldBe(new(null, 0, null, Revision, null));
    }

    [Fact]
    public async Task What_was_committed_is_loaded()
    {
        var first = await WriteAsync(Turns.First("c1", Say("hi")));
        var second = await WriteAsync(Turns.After(first, Say("hi"), Act()));

        var loaded = await LoadAsync(second, new("web", "x"), new("web", "key 1"));

        loaded.Sequence.ShouldBe(2);
        loaded.State!.Sequence.ShouldBe(2);
        loaded.State.Language.ShouldBe("turn 2");
        loaded.DuplicateOf.ShouldBe(1);
        loaded.Revision.ShouldBe(Revision);
        (await LoadAsync(second, new SeenKey("web", "x"))).DuplicateOf.ShouldBeNull();
    }

    [Fact]
    public async Task What_was_committed_is_there_after_a_restart()
    {
        var first = await WriteAsync(Turns.First("c1", Say("hi")));

        await Stores.ReopenAsync();
        var node = await Stores.JoinAsync();

        (await LoadAsync(first)).ShouldSatisfyAllConditions(
            loaded => loaded.Sequence.ShouldBe(1), loaded => loaded.DuplicateOf.ShouldBe(1));
        (await CommitAsync(Turns.After(first) with { Node = node })).ShouldBe(new(CommitStatus.Committed, 2));
    }

    [Fact]
    public async Task What_a_newer_program_has_added_stays_when_an_older_one_goes_on()
    {
        var first = Turns.First("c1");
        first = await WriteAsync(first with { State = first.State with { Further = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["mood"] = JsonElement.Parse("\"glad\"") } } });
        var loaded = await LoadAsync(first);
        var next = Turns.After(first);

        await WriteAsync(next with { State = loaded.State! with { Sequence = next.State.Sequence } });

        (await LoadAsync(first)).State!.Further!["mood"].GetString().ShouldBe("glad");
    }

    [Fact]
    public async Task A_conversation_in_a_newer_format_is_left_to_who_reads_it()
    {
        var first = Turns.First("c1");
        first = await WriteAsync(first with { State = first.State with { Format = ConversationState.CurrentFormat + 1 } });

        var refused = await Should.ThrowAsync<StoreUnavailableException>(() => LoadAsync(first));

        refused.Code.ShouldBe(StoreUnavailableException.Newer);
        refused.Message.ShouldContain("format 2");
    }

    [Fact]
    public async Task A_repeated_key_is_a_duplicate_of_the_first_and_writes_nothing()
    {
        var first = await WriteAsync(Turns.First("c1", Say("hi")));
        var second = await WriteAsync(Turns.After(first));

        var again = await CommitAsync(first);
        var late = await CommitAsync(Turns.After(second, Say("again")) with { Keys = [new("web", "new"), new("web", "key 1")] });

        again.ShouldBe(new(CommitStatus.Duplicate, 1));
        late.ShouldBe(new(CommitStatus.Duplicate, 1));
        (await LoadAsync(second, new SeenKey("web", "new"))).ShouldSatisfyAllConditions(
            loaded => loaded.Sequence.ShouldBe(2), loaded => loaded.DuplicateOf.ShouldBeNull());
        (await Stores.Get<IConversationLog>().ReadAsync(first.Key, 0, 10, Cancelled))!.Turns.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Keys_are_known_by_their_conversation_and_their_source()
    {
        var first = await WriteAsync(Turns.First("c1"));

        (await CommitAsync(Turns.First("c2"))).Status.ShouldBe(CommitStatus.Committed, "another conversation");
        (await CommitAsync(Turns.After(first) with { Keys = [new(SeenKey.Effects, "key 1")] })).Status.ShouldBe(CommitStatus.Committed, "another source");
    }

    [Fact]
    public async Task A_turn_that_another_has_overtaken_is_refused_whole()
    {
        var first = await WriteAsync(Turns.First("c1"));
        await WriteAsync(Turns.After(first));

        var lost = await CommitAsync(Turns.After(first, Say("lost")) with { Keys = [new("web", "other")], WakeAt = Stores.Clock.GetUtcNow() });
        var lostFirst = await CommitAsync(Turns.First("c1", Say("lost")) with { Keys = [new("web", "other")] });

        lost.ShouldBe(new(CommitStatus.Conflict, 0));
        lostFirst.ShouldBe(new(CommitStatus.Conflict, 0));
        var loaded = await LoadAsync(first, new SeenKey("web", "other"));
        loaded.DuplicateOf.ShouldBeNull();
        loaded.WakeAt.ShouldBeNull();
        (await Stores.Get<IConversationLog>().ReadAsync(first.Key, 0, 10, Cancelled))!.Turns.SelectMany(turn => turn.Effects).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_turns_that_race_one_wins()
    {
        const int Contested = 25;
        const int Racers = 4;
        var turns = Turns;
        for (var round = 0L; round < 3; round++)
        {
            var racing = Enumerable.Range(0, Contested * Racers).Select(number =>
            {
                var turn = turns.First($"c{number % Contested}", Say("hi"));
                turn = round == 0 ? turn : turns.After(turn with { State = turn.State with { Sequence = round } }, Say("hi"));
                return Task.Run(() => CommitAsync(turn with { Keys = [new("web", $"{round}/{number}")] }), Cancelled);
            }).ToList();

            var outcomes = await Task.WhenAll(racing);

            outcomes.Count(outcome => outcome.Status == CommitStatus.Committed).ShouldBe(Contested);
            outcomes.Count(outcome => outcome.Status == CommitStatus.Conflict).ShouldBe(Contested * (Racers - 1));
        }

        var one = await Stores.Get<IConversationLog>().ReadAsync(ConversationKey.Of("web", "c0"), 0, 10, Cancelled);
        one!.Newest.ShouldBe(3);
        one.Turns.ShouldAllBe(turn => turn.Effects.Count == 1);
    }

    [Fact]
    public async Task A_node_without_a_lease_writes_nothing()
    {
        var first = await WriteAsync(Turns.First("c1"));
        await Stores.Get<INodeStore>().ReleaseAsync(Node, Cancelled);

        (await CommitAsync(Turns.After(first))).ShouldBe(new(CommitStatus.Fenced, 0));
        (await CommitAsync(Turns.First("c2"))).ShouldBe(new(CommitStatus.Fenced, 0));
        (await CommitAsync(Turns.First("c3") with { Node = 77 })).ShouldBe(new(CommitStatus.Fenced, 0), "a node that never registered");
        (await LoadAsync(first)).Sequence.ShouldBe(1);
        var other = await Stores.JoinAsync();
        (await CommitAsync(Turns.After(first) with { Node = other })).Status.ShouldBe(CommitStatus.Committed);
    }

    [Fact]
    public async Task A_turn_of_an_older_revision_writes_nothing()
    {
        var first = await WriteAsync(Turns.First("c1"));
        var now = await PublishAsync("2");

        (await CommitAsync(Turns.After(first))).ShouldBe(new(CommitStatus.Outdated, 0));
        (await LoadAsync(first)).ShouldSatisfyAllConditions(
            loaded => loaded.Sequence.ShouldBe(1), loaded => loaded.Revision.ShouldBe(now));
        (await CommitAsync(Turns.After(first) with { Revision = now })).Status.ShouldBe(CommitStatus.Committed);
    }

    [Fact]
    public async Task Refused_turns_do_not_disturb_those_beside_them()
    {
        var turns = Turns;
        var known = await WriteAsync(turns.First("known"));
        var commits = Enumerable.Range(0, 120).Select(number => (number % 5) switch
        {
            0 => known,
            1 => turns.First("known") with { Keys = [new("web", $"late {number}")] },
            2 => turns.First($"c{number}") with { Node = 77 },
            _ => turns.First($"c{number}", Say("hi")),
        });

        var outcomes = await Task.WhenAll(commits.Select(commit => Task.Run(() => CommitAsync(commit), Cancelled)));

        outcomes.Count(outcome => outcome == new CommitOutcome(CommitStatus.Duplicate, 1)).ShouldBe(24);
        outcomes.Count(outcome => outcome.Status == CommitStatus.Conflict).ShouldBe(24);
        outcomes.Count(outcome => outcome.Status == CommitStatus.Fenced).ShouldBe(24);
        outcomes.Count(outcome => outcome.Status == CommitStatus.Committed).ShouldBe(48);
    }

    [Fact]
    public async Task Turns_arm_move_and_end_the_row_of_the_timers()
    {
        var at = Stores.Clock.GetUtcNow() + TimeSpan.FromMinutes(5);
        var first = await WriteAsync(Turns.First("c1") with { WakeAt = at });
        (await LoadAsync(first)).WakeAt.ShouldBe(at);

        var second = await WriteAsync(Turns.After(first) with { WokenAt = at, WakeAt = at });
        (await LoadAsync(second)).WakeAt.ShouldBe(at);

        var third = await WriteAsync(Turns.After(second) with { WokenAt = at, WakeAt = at.AddHours(1) });
        (await LoadAsync(third)).WakeAt.ShouldBe(at.AddHours(1));

        var fourth = await WriteAsync(Turns.After(third) with { WokenAt = at.AddHours(1) });
        (await LoadAsync(fourth)).WakeAt.ShouldBeNull();
    }

    [Fact]
    public async Task Long_ids_and_odd_letters_come_back_as_they_were()
    {
        const string Odd = "Zoë 👋🏽 \u200Fעברית\u202E \uFFFD\uFFFF \u0001\u001F\r\n\t'\"\\ \U0001F468\u200D\U0001F469";
        var id = Odd + LongId();
        var key = new SeenKey("web", Odd + LongId() + LongId());
        var turn = Turns.First(id, Say(Odd), Say("two\nlines"));
        turn = await WriteAsync(turn with { Keys = [key], State = turn.State with { Language = Odd } });

        var loaded = await LoadAsync(turn, key);
        var log = await Stores.Get<IConversationLog>().ReadAsync(turn.Key, 0, 1, Cancelled);

        loaded.State!.Language.ShouldBe(Odd);
        loaded.DuplicateOf.ShouldBe(1);
        log!.Turns[0].Effects.Select(entry => ((SendMessage)entry.Effect).Parts[0]).ShouldBe([new TextPart(Odd), new TextPart("two\nlines")]);
        log.Turns[0].Effects[0].ExternalId.ShouldBe(id);
    }

    [Fact]
    public async Task A_state_of_a_megabyte_is_kept()
    {
        var turn = Turns.First("c1");
        turn = await WriteAsync(turn with { State = turn.State with { Intent = new string('x', 1_000_000) } });

        (await LoadAsync(turn)).State!.Intent!.Length.ShouldBe(1_000_000);
    }

    private async Task<long> PublishAsync(string version)
    {
        await Stores.Get<IBotVersionStore>().PutAsync("bot", version, new("bot", new Dictionary<string, string>()), Cancelled);
        return await Stores.Get<IPublicationStore>().PublishAsync(new Dictionary<string, string> { ["bot"] = version }, Cancelled);
    }
}
