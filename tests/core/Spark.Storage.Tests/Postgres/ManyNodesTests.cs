using Spark.Runtime.Nodes;
using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Stores;
using Spark.Runtime.Turns;
using Spark.Storage.Tests.Conformance.Support;
using Spark.Storage.Tests.Postgres.Support;
using static Spark.Storage.Tests.Conformance.Support.TestTurns;

namespace Spark.Storage.Tests.Postgres;

/// <summary>What is promised where several nodes live at once, which a SQLite file has never.</summary>
public sealed class ManyNodesTests(PostgresServer server) : StorageConformance
{
    private INodeStore Nodes => Stores.Get<INodeStore>();

    [Fact]
    public async Task All_nodes_with_a_lease_are_listed()
    {
        var other = await Stores.JoinAsync();

        (await Nodes.ListAsync(Cancelled)).Select(node => node.Id).ShouldBe([other, Node], ignoreOrder: true);
    }

    [Fact]
    public async Task A_lease_runs_out_by_itself()
    {
        var brief = await Stores.JoinAsync();
        (await Nodes.ListAsync(Cancelled)).ShouldContain(node => node.Id == brief);
        (await Nodes.RenewAsync(brief, TimeSpan.FromMilliseconds(300), Cancelled)).ShouldBeTrue();

        while ((await Nodes.ListAsync(Cancelled)).Any(node => node.Id == brief))
        {
            await Task.Delay(20, Cancelled);
            Stores.Clock.Advance(TimeSpan.FromMilliseconds(20));
        }

        (await Nodes.RenewAsync(brief, TimeSpan.FromMinutes(1), Cancelled)).ShouldBeFalse();
        (await CommitAsync(Turns.First("c1") with { Node = brief })).Status.ShouldBe(CommitStatus.Fenced);
    }

    [Fact]
    public async Task A_turn_learns_that_another_node_has_something_before_its_effects()
    {
        var other = await Stores.JoinAsync();
        var said = await WriteAsync(Turns.First("said", Say("hi")));
        var acted = await WriteAsync(Turns.First("acted", Act()));
        var answering = await WriteAsync(Turns.First("answering"));
        answering = await WriteAsync(Turns.After(answering, OutboxStatus.WaitingForAnswer, Say("hi")));

        (await CommitAsync(Turns.After(said, Say("more")))).MustLookAhead.ShouldBeFalse("its own");
        (await CommitAsync(Turns.After(acted, Say("more")) with { Node = other })).MustLookAhead.ShouldBeFalse("an action is in no lane");
        (await CommitAsync(Turns.After(answering, Say("more")) with { Node = other })).MustLookAhead.ShouldBeFalse("it leaves with an answer");
        var third = Turns.After(Turns.After(said), Open()) with { Node = other };
        (await CommitAsync(third)).ShouldBe(new(CommitStatus.Committed, 3, MustLookAhead: true));
    }

    [Fact]
    public async Task What_a_living_node_has_in_hand_stays_there()
    {
        await WriteAsync(Turns.First("c1", Say("hi")));
        var other = await Stores.JoinAsync();

        (await TakeOverAllAsync(other)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_in_nobodys_hands_is_taken_over_by_whoever_looks()
    {
        var turn = await WriteAsync(Turns.First("c1", Say("hi")));
        await Outbox.EndAsync(Node, [new(Name(turn), OutboxStatus.Failed, "no")], Cancelled);
        (await Stores.Get<IOutboxDesk>().RetryAsync(Name(turn), node: 0, Cancelled)).ShouldNotBeNull();

        (await Stores.Get<IDatabaseCare>().CheckAsync(Cancelled)).Problems.ShouldBeEmpty();
        (await TakeOverAllAsync(Node)).ShouldHaveSingleItem().Entry.Address.ShouldBe(Name(turn));
    }

    [Fact]
    public async Task Of_heirs_that_come_at_once_one_gets_each_effect()
    {
        for (var i = 0; i < 40; i++)
        {
            await WriteAsync(Turns.First($"c{i}", Say("hi"), Say("ho")));
        }

        await Stores.Get<INodeStore>().ReleaseAsync(Node, Cancelled);
        var heirs = new List<long>();
        for (var i = 0; i < 4; i++)
        {
            heirs.Add(await Stores.JoinAsync());
        }

        var taken = await Task.WhenAll(heirs.Select(heir => Task.Run(() => TakeOverAllAsync(heir, page: 7), Cancelled)));
        var rest = await TakeOverAllAsync(heirs[0]);

        var all = taken.SelectMany(one => one).Concat(rest).Select(open => open.Entry.Address).ToList();
        all.Count.ShouldBe(80);
        all.Distinct().Count().ShouldBe(80);
    }

    [Fact]
    public async Task Whoever_looks_ahead_waits_for_the_living_and_inherits_from_the_dead()
    {
        var other = await Stores.JoinAsync();
        var first = await WriteAsync(Turns.First("c1", Say("one"), Act()) with { Node = other });
        var second = await WriteAsync(Turns.After(first, Say("two")));

        var held = await Lanes.LookAheadAsync(Node, Name(second), Destination.Channel, Cancelled);
        await Stores.Get<INodeStore>().ReleaseAsync(other, Cancelled);
        var left = await Lanes.LookAheadAsync(Node, Name(second), Destination.Channel, Cancelled);
        var again = await Lanes.LookAheadAsync(Node, Name(second), Destination.Channel, Cancelled);

        held.IsHeldElsewhere.ShouldBeTrue();
        held.TakenOver.ShouldBeEmpty();
        left.IsHeldElsewhere.ShouldBeFalse();
        left.TakenOver.Select(open => open.Entry.Address).ShouldBe([Name(first)], "an action is in no lane");
        again.IsHeldElsewhere.ShouldBeFalse();
        again.TakenOver.ShouldBeEmpty();
        (await Outbox.BeginAttemptAsync(Node, Name(first), 1, OutboxStatus.Claimed, Cancelled)).ShouldBeTrue();
    }

    [Fact]
    public async Task Nothing_is_ahead_when_it_has_ended_or_comes_after()
    {
        var other = await Stores.JoinAsync();
        var first = await WriteAsync(Turns.First("c1", Say("one")) with { Node = other });
        var second = await WriteAsync(Turns.After(first, Say("two")));
        await WriteAsync(Turns.After(second, Say("three")) with { Node = other });
        await Outbox.EndAsync(other, [new(Name(first), OutboxStatus.Delivered, null)], Cancelled);

        (await Lanes.LookAheadAsync(Node, Name(second), Destination.Channel, Cancelled)).ShouldSatisfyAllConditions(
            ahead => ahead.IsHeldElsewhere.ShouldBeFalse(), ahead => ahead.TakenOver.ShouldBeEmpty());
    }

    [Fact]
    public async Task A_lane_is_read_on_from_what_is_known()
    {
        var other = await Stores.JoinAsync();
        var first = await WriteAsync(Turns.First("c1", Say("one"), Act(), Say("two")));
        var second = await WriteAsync(Turns.After(first, Say("three")) with { Node = other });
        var third = await WriteAsync(Turns.After(second, Open(), Say("four")));

        var lane = await Lanes.ReadLaneAsync(Node, first.Key, Destination.Channel, new(1, 0), 10, Cancelled);
        var page = await Lanes.ReadLaneAsync(Node, first.Key, Destination.Channel, new(0, 0), 2, Cancelled);

        lane.Select(open => open.Entry.Address).ShouldBe([Name(first, 2), Name(third), Name(third, 1)]);
        page.Select(open => open.Entry.Address).ShouldBe([Name(first), Name(first, 2)]);
    }

    [Fact]
    public async Task A_turn_that_cannot_be_stored_fails_alone()
    {
        var turns = Turns;
        var commits = Enumerable.Range(0, 60).Select(number => number % 3 == 0
            ? turns.First($"NUL is no text \0 {number}")
            : turns.First($"c{number}", Say("hi")));

        var written = await Task.WhenAll(commits.Select(commit => Task.Run(() => TryAsync(commit), Cancelled)));

        written.Count(one => one).ShouldBe(40);
    }

    private async Task<bool> TryAsync(TurnCommit commit)
    {
        try
        {
            return (await CommitAsync(commit)).Status == CommitStatus.Committed;
        }
        catch (UnstorableTurnException)
        {
            return false;
        }
    }

    protected override ValueTask<StoresUnderTest> OpenAsync() => PostgresStores.CreateAsync(server);
}
