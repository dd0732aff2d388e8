using Spark.Engine.Conversations;
using Spark.Runtime.Nodes;
using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;
using Spark.Storage.Tests.Conformance.Support;
using static Spark.Storage.Tests.Conformance.Support.TestTurns;

namespace Spark.Storage.Tests.Conformance;

public abstract class OutboxConformance : StorageConformance
{
    [Fact]
    public async Task What_the_dead_leave_is_taken_over_page_by_page_as_it_was_left()
    {
        var turns = new List<TurnCommit>();
        for (var i = 0; i < 5; i++)
        {
            turns.Add(await WriteAsync(Turns.First($"c{i}", Say("one"), Act(), Open())));
        }

        var begun = Name(turns[0], 1);
        (await Outbox.BeginAttemptAsync(Node, begun, 2, OutboxStatus.Started, Cancelled)).ShouldBeTrue();
        await Outbox.EndAsync(Node, [new(Name(turns[1]), OutboxStatus.Delivered, null)], Cancelled);
        await Stores.Get<INodeStore>().ReleaseAsync(Node, Cancelled);
        var heir = await Stores.JoinAsync();

        var taken = await TakeOverAllAsync(heir, page: 4);

        taken.Select(open => open.Entry.Address).ShouldBe(
            turns.SelectMany(turn => turn.Effects.Select(entry => entry.Address)).Where(address => address != Name(turns[1])).Order());
        var left = taken.Single(open => open.Entry.Address == begun).Entry;
        left.Status.ShouldBe(OutboxStatus.Started);
        left.Attempts.ShouldBe(2);
        left.Effect.ShouldBeOfType<InvokeAction>();
        left.Instance.ShouldBe("web");
        left.ExternalId.ShouldBe("c0");
        left.CreatedAt.ShouldBe(Stores.Clock.GetUtcNow());
        (await TakeOverAllAsync(heir)).ShouldBeEmpty("it is in its hands now");
        (await Outbox.BeginAttemptAsync(heir, begun, 3, OutboxStatus.Started, Cancelled)).ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_taken_over_knows_what_the_channel_told_last()
    {
        var first = await WriteAsync(Turns.First("c1", Say("hi")));
        await WriteAsync(Turns.After(first));
        await Stores.Get<INodeStore>().ReleaseAsync(Node, Cancelled);

        var taken = await TakeOverAllAsync(await Stores.JoinAsync());

        taken[0].Entry.ChannelDetails.ShouldNotBeNull().GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_lease_that_runs_out_makes_heirs()
    {
        var brief = TimeSpan.FromMilliseconds(300);
        var mortal = await Stores.JoinAsync();
        await WriteAsync(Turns.First("c1", Say("hi")) with { Node = mortal });
        (await Stores.Get<INodeStore>().RenewAsync(mortal, brief, Cancelled)).ShouldBeTrue();
        var heir = await Stores.JoinAsync();
        IReadOnlyList<OpenEntry> taken = [];

        while (taken.Count == 0)
        {
            await Task.Delay(20, Cancelled);
            Stores.Clock.Advance(TimeSpan.FromMilliseconds(20));
            taken = await TakeOverAllAsync(heir);
        }

        taken.Count.ShouldBe(1);
        (await Stores.Get<INodeStore>().RenewAsync(mortal, brief, Cancelled)).ShouldBeFalse();
        (await Outbox.BeginAttemptAsync(mortal, taken[0].Entry.Address, 1, OutboxStatus.Claimed, Cancelled)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_row_that_another_node_has_in_hand_is_not_written()
    {
        var turn = await WriteAsync(Turns.First("c1", Say("hi")));
        var other = await Stores.JoinAsync();
        var address = Name(turn);

        (await Outbox.BeginAttemptAsync(other, address, 5, OutboxStatus.Claimed, Cancelled)).ShouldBeFalse();
        (await Outbox.PutBackAsync(other, turn.Effects[0] with { Status = OutboxStatus.Pending }, "no", Cancelled)).ShouldBeFalse();
        await Outbox.EndAsync(other, [new(address, OutboxStatus.Failed, "no")], Cancelled);

        (await StandsAsync(address)).ShouldSatisfyAllConditions(
            entry => entry.Status.ShouldBe(OutboxStatus.Claimed), entry => entry.Attempts.ShouldBe(0));
    }

    [Fact]
    public async Task A_row_that_has_ended_is_not_opened_by_its_node()
    {
        var turn = await WriteAsync(Turns.First("c1", Say("hi")));
        await Outbox.EndAsync(Node, [new(Name(turn), OutboxStatus.Delivered, null)], Cancelled);

        (await Outbox.BeginAttemptAsync(Node, Name(turn), 1, OutboxStatus.Claimed, Cancelled)).ShouldBeFalse();
        (await Outbox.PutBackAsync(Node, turn.Effects[0] with { Status = OutboxStatus.Pending }, "no", Cancelled)).ShouldBeFalse();
        await Outbox.EndAsync(Node, [new(Name(turn), OutboxStatus.Failed, "late")], Cancelled);

        (await StandsAsync(Name(turn))).Status.ShouldBe(OutboxStatus.Delivered);
    }

    [Fact]
    public async Task What_is_put_back_stands_as_it_was_put()
    {
        var turn = await WriteAsync(Turns.First("c1", Say("hi")));
        var due = Stores.Clock.GetUtcNow().AddSeconds(30);
        var entry = turn.Effects[0] with { Status = OutboxStatus.Pending, DueAt = due, MayHaveArrived = true, Attempts = 1 };
        (await Outbox.BeginAttemptAsync(Node, entry.Address, 1, OutboxStatus.Claimed, Cancelled)).ShouldBeTrue();

        (await Outbox.PutBackAsync(Node, entry, "refused \0 for now", Cancelled)).ShouldBeTrue();

        (await StandsAsync(entry.Address)).ShouldSatisfyAllConditions(
            stands => stands.Status.ShouldBe(OutboxStatus.Pending),
            stands => stands.DueAt.ShouldBe(due),
            stands => stands.MayHaveArrived.ShouldBeTrue(),
            stands => stands.Attempts.ShouldBe(1));
    }

    [Fact]
    public async Task Many_effects_end_in_one_write()
    {
        var turns = new List<TurnCommit>();
        for (var i = 0; i < 30; i++)
        {
            turns.Add(await WriteAsync(Turns.First($"c{i}", Say("hi"))));
        }

        await Outbox.EndAsync(Node, [.. turns.Select(turn => new EndedEffect(Name(turn), OutboxStatus.Delivered, "odd \0 \uD800 reason"))], Cancelled);
        await Outbox.EndAsync(Node, [], Cancelled);

        foreach (var turn in turns)
        {
            (await StandsAsync(Name(turn))).Status.ShouldBe(OutboxStatus.Delivered);
        }
    }

    [Fact]
    public async Task A_result_ends_its_effect_in_its_turn()
    {
        var first = await WriteAsync(Turns.First("c1", Act()));
        await WriteAsync(Turns.After(first) with { Ends = new(new(1, 0), OutboxStatus.Unknown, "it said \0 nothing") });

        (await StandsAsync(Name(first))).Status.ShouldBe(OutboxStatus.Unknown);
    }

    [Fact]
    public async Task A_result_ends_its_effect_in_whosever_hands_that_is()
    {
        var first = await WriteAsync(Turns.First("c1", Act()));
        await Stores.Get<INodeStore>().ReleaseAsync(Node, Cancelled);
        var heir = await Stores.JoinAsync();
        await WriteAsync(Turns.After(first) with { Node = heir, Ends = new(new(1, 0), OutboxStatus.Delivered, null) });

        (await StandsAsync(Name(first))).Status.ShouldBe(OutboxStatus.Delivered);
        (await TakeOverAllAsync(heir)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_result_that_came_before_ends_an_effect_that_was_opened_again()
    {
        var first = await WriteAsync(Turns.First("c1", Act()));
        var result = await WriteAsync(Turns.After(first) with { Ends = new(new(1, 0), OutboxStatus.Failed, "no") });
        (await Stores.Get<IOutboxDesk>().RetryAsync(Name(first), Node, Cancelled)).ShouldNotBeNull();

        var again = Turns.After(result) with { Keys = result.Keys, Ends = new(new(1, 0), OutboxStatus.Delivered, null) };
        (await CommitAsync(again)).ShouldBe(new(CommitStatus.Duplicate, 2));

        (await StandsAsync(Name(first))).Status.ShouldBe(OutboxStatus.Delivered);
    }

    [Fact]
    public async Task A_change_of_owner_cancels_what_the_old_one_had_not_sent()
    {
        var first = await WriteAsync(Turns.First("c1", Say("sent"), Say("not sent"), Act()));
        await Outbox.EndAsync(Node, [new(Name(first), OutboxStatus.Delivered, null)], Cancelled);
        var turn = Turns.After(first, Say("of the new"));
        turn = await WriteAsync(turn with { OwnerChanged = true, State = turn.State with { OwnerEpoch = 1 }, Effects = [turn.Effects[0] with { Epoch = 1 }] });

        (await StandsAsync(Name(first))).Status.ShouldBe(OutboxStatus.Delivered);
        (await StandsAsync(Name(first, 1))).Status.ShouldBe(OutboxStatus.Cancelled);
        (await StandsAsync(Name(first, 2))).Status.ShouldBe(OutboxStatus.Claimed, "its result is awaited");
        (await StandsAsync(Name(turn))).ShouldSatisfyAllConditions(
            entry => entry.Status.ShouldBe(OutboxStatus.Claimed), entry => entry.Epoch.ShouldBe(1));
        (await Lanes.ReadLaneAsync(Node, first.Key, Destination.Channel, new(0, 0), 10, Cancelled))[0].CurrentEpoch.ShouldBe(1);
    }

    [Fact]
    public async Task A_lost_conversation_keeps_no_message_that_nothing_waits_for()
    {
        var first = await WriteAsync(Turns.First("c1", Say("one"), Act()));
        await WriteAsync(Turns.First("c2", Say("one")));

        await Outbox.MarkLostAsync(first.Key, 0, Cancelled);

        (await StandsAsync(Name(first))).Status.ShouldBe(OutboxStatus.Cancelled);
        (await StandsAsync(Name(first, 1))).Status.ShouldBe(OutboxStatus.Claimed);
        (await StandsAsync(new(ConversationKey.Of("web", "c2"), new(1, 0)))).Status.ShouldBe(OutboxStatus.Claimed);
    }

    [Fact]
    public async Task A_message_that_is_under_way_when_the_conversation_changes_hands_ends_as_its_call_does()
    {
        var begun = await WriteAsync(Begun(Turns.First("c1", Say("under way"), Say("waits"))));
        var turn = Turns.After(begun);
        await WriteAsync(turn with { OwnerChanged = true, State = turn.State with { OwnerEpoch = 1 } });
        var lost = await WriteAsync(Begun(Turns.First("c2", Say("under way"), Say("waits"))));
        await Outbox.MarkLostAsync(lost.Key, 0, Cancelled);

        (await StandsAsync(Name(begun, 1))).Status.ShouldBe(OutboxStatus.Cancelled);
        (await StandsAsync(Name(lost, 1))).Status.ShouldBe(OutboxStatus.Cancelled);
        await Outbox.EndAsync(
            Node,
            [new(Name(begun), OutboxStatus.Delivered, null), new(Name(begun, 1), OutboxStatus.Delivered, null), new(Name(lost), OutboxStatus.Unknown, "no answer")],
            Cancelled);

        (await StandsAsync(Name(begun))).Status.ShouldBe(OutboxStatus.Delivered);
        (await StandsAsync(Name(begun, 1))).Status.ShouldBe(OutboxStatus.Cancelled, "it was not under way");
        (await StandsAsync(Name(lost))).Status.ShouldBe(OutboxStatus.Unknown);
    }

    [Fact]
    public async Task An_effect_keeps_the_trace_that_it_was_born_with()
    {
        const string trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        var traced = Turns.First("c1", Say("one"), Say("two"));
        await WriteAsync(traced with { Effects = [traced.Effects[0] with { TraceParent = trace }, traced.Effects[1]] });
        var plain = await WriteAsync(Turns.First("c2", Say("one")));
        await Stores.Get<INodeStore>().ReleaseAsync(Node, Cancelled);

        var heir = await Stores.JoinAsync();
        var taken = await TakeOverAllAsync(heir);

        taken.Single(open => open.Entry.Address == Name(traced)).Entry.TraceParent.ShouldBe(trace);
        taken.Single(open => open.Entry.Address == Name(traced, 1)).Entry.TraceParent.ShouldBeNull();
        taken.Single(open => open.Entry.Address == Name(plain)).Entry.TraceParent.ShouldBeNull();
        (await Lanes.ReadLaneAsync(heir, traced.Key, Destination.Channel, new(0, 0), 10, Cancelled))[0].Entry.TraceParent.ShouldBe(trace);
        await Outbox.EndAsync(heir, [new(Name(traced), OutboxStatus.Failed, null)], Cancelled);
        (await Stores.Get<IOutboxDesk>().RetryAsync(Name(traced), heir, Cancelled))!.Entry.TraceParent.ShouldBe(trace);
    }

    [Fact]
    public async Task Open_actions_are_read_page_by_page_and_nothing_else()
    {
        var turns = new List<TurnCommit>();
        for (var i = 0; i < 5; i++)
        {
            turns.Add(await WriteAsync(Turns.First($"c{i}", Say("hi"), Act(), Act())));
        }

        await Outbox.EndAsync(Node, [new(Name(turns[0], 1), OutboxStatus.Delivered, null)], Cancelled);
        var read = new List<EffectAddress>();
        IReadOnlyList<OpenEntry> page;
        do
        {
            page = await Lanes.ReadActionsAsync(Node, read.Count > 0 ? read[^1] : null, 2, Cancelled);
            read.AddRange(page.Select(open => open.Entry.Address));
        }
        while (page.Count == 2);

        read.ShouldBe(turns.SelectMany(turn => new[] { Name(turn, 1), Name(turn, 2) }).Where(address => address != Name(turns[0], 1)).Order());
        (await Lanes.ReadActionsAsync(Node + 1, null, 100, Cancelled)).ShouldBeEmpty();
    }

    private static TurnCommit Begun(TurnCommit turn) => turn with { Effects = [turn.Effects[0] with { Attempts = 1 }, .. turn.Effects.Skip(1)] };
}
