using Npgsql;
using Spark.Runtime.Nodes;
using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Stores;
using Spark.Runtime.Turns;
using Spark.Storage.Tests.Conformance.Support;
using Spark.Storage.Tests.Postgres.Support;
using static Spark.Storage.Tests.Conformance.Support.TestTurns;

namespace Spark.Storage.Tests.Postgres;

public sealed class CommitInDoubtTests(PostgresServer server) : StorageConformance
{
    private FlakyWire? wire;
    private PostgresStores? postgres;

    private FlakyWire Wire => wire!;

    [Fact]
    public async Task A_commit_whose_answer_was_lost_is_told_as_committed()
    {
        var first = await WriteAsync(Turns.First("c1", Say("hi")));
        Wire.LoseReply();

        var outcome = await CommitAsync(Turns.After(first, Say("ho")));

        outcome.ShouldBe(new(CommitStatus.Committed, 2, MustLookAhead: true));
        (await postgres!.RowsAsync("SELECT count(*) FROM events")).ShouldBe(["2"]);
        (await postgres.RowsAsync("SELECT count(*) FROM outbox")).ShouldBe(["2"]);
    }

    [Fact]
    public async Task A_commit_that_never_arrived_is_sent_again()
    {
        var first = await WriteAsync(Turns.First("c1", Say("hi")));
        Wire.LoseRequest();

        var outcome = await CommitAsync(Turns.After(first, Say("ho")));

        outcome.ShouldBe(new(CommitStatus.Committed, 2));
        (await postgres!.RowsAsync("SELECT count(*) FROM events")).ShouldBe(["2"]);
    }

    [Fact]
    public async Task Refusals_whose_answer_was_lost_are_told_as_such()
    {
        var first = await WriteAsync(Turns.First("c1"));
        Wire.LoseReply();
        (await CommitAsync(first with { Event = first.Event with { Seed = 2 } })).ShouldBe(new(CommitStatus.Duplicate, 1));
        Wire.LoseReply();

        (await CommitAsync(first with { Event = first.Event with { Seed = 3 }, Keys = [] })).Status.ShouldBe(CommitStatus.Conflict);
    }

    [Fact]
    public async Task Ends_whose_answer_was_lost_are_written_once_more()
    {
        var first = await WriteAsync(Turns.First("c1", Say("hi")));
        Wire.LoseReply();
        await Outbox.EndAsync(Node, [new(Name(first), OutboxStatus.Delivered, null)], Cancelled);

        (await StandsAsync(Name(first))).Status.ShouldBe(OutboxStatus.Delivered);
    }

    [Fact]
    public async Task A_load_whose_answer_was_lost_is_asked_again()
    {
        var first = await WriteAsync(Turns.First("c1"));
        await LoadAsync(first);
        Wire.LoseReply();

        (await LoadAsync(first)).Sequence.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_taken_over_when_the_connection_broke_is_known_all_the_same()
    {
        await WriteAsync(Turns.First("c1", Say("hi"), Act()));
        var second = await WriteAsync(Turns.First("c2", Say("hi")));
        await Stores.Get<INodeStore>().ReleaseAsync(Node, Cancelled);
        var heir = await Stores.JoinAsync();

        Wire.LoseReplyTo("FOR UPDATE OF o SKIP LOCKED");
        var taken = await Lanes.TakeOverAsync(heir, null, 100, Cancelled);

        taken.Count.ShouldBe(3);
        (await postgres!.RowsAsync("SELECT DISTINCT node FROM outbox")).ShouldBe([$"{heir}"]);
        await Stores.Get<INodeStore>().ReleaseAsync(heir, Cancelled);
        var next = await Stores.JoinAsync();
        Wire.LoseRequestOf("FOR UPDATE OF o SKIP LOCKED");
        (await Lanes.TakeOverAsync(next, null, 100, Cancelled)).ShouldBeEmpty("it never arrived");
        Wire.LoseReplyTo("FOR UPDATE OF o SKIP LOCKED");
        (await Lanes.LookAheadAsync(next, new(second.Key, new(2, 0)), Destination.Channel, Cancelled)).TakenOver.ShouldHaveSingleItem().Entry.Address.ShouldBe(Name(second));
        (await Lanes.TakeOverAsync(next, null, 100, Cancelled)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_an_operator_opened_when_the_connection_broke_is_done_all_the_same()
    {
        var turn = await WriteAsync(Turns.First("c1", Say("hi")));
        await Outbox.EndAsync(Node, [new(Name(turn), OutboxStatus.Failed, "no")], Cancelled);
        Wire.LoseReplyTo("late = true");

        var opened = await Stores.Get<IOutboxDesk>().RetryAsync(Name(turn), Node, Cancelled);

        opened.ShouldNotBeNull().Entry.ShouldSatisfyAllConditions(entry => entry.IsLate.ShouldBeTrue(), entry => entry.Status.ShouldBe(OutboxStatus.Pending));
    }

    [Fact]
    public async Task Sessions_that_are_killed_under_load_lose_and_double_nothing()
    {
        const int ConversationCount = 12;
        const int TurnsEach = 15;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var turns = Turns;
        var talking = Task.WhenAll(Enumerable.Range(0, ConversationCount).Select(number => Task.Run(() => TalkAsync(turns, number, TurnsEach), Cancelled)));
        var killing = Task.Run(() => KillAsync(ended.Token), Cancelled);

        await talking;
        await ended.CancelAsync();
        (await killing).ShouldBeGreaterThan(0);

        (await postgres!.RowsAsync("SELECT count(*) FROM events")).ShouldBe([$"{ConversationCount * TurnsEach}"]);
        (await postgres.RowsAsync("SELECT count(*) FROM seen")).ShouldBe([$"{ConversationCount * TurnsEach}"]);
        (await postgres.RowsAsync("SELECT count(*) FROM outbox")).ShouldBe([$"{ConversationCount * TurnsEach}"]);
        (await postgres.RowsAsync("SELECT DISTINCT sequence FROM conversations")).ShouldBe([$"{TurnsEach}"]);
    }

    [Fact]
    public async Task A_full_queue_says_so()
    {
        await WriteAsync(Turns.First("warm"));
        var isUnderWay = Wire.Hold();
        var turns = Turns;
        var commits = new List<Task<CommitOutcome>> { CommitAsync(turns.First("c0")) };
        await isUnderWay.WaitAsync(Cancelled);
        commits.AddRange(Enumerable.Range(1, 20).Select(number => CommitAsync(turns.First($"c{number}"))));

        var refused = commits.Where(commit => commit.IsFaulted).ToList();
        Wire.LetGo();

        refused.Count.ShouldBe(20 - Capacity);
        foreach (var commit in refused)
        {
            (await Should.ThrowAsync<StoreUnavailableException>(() => commit)).Code.ShouldBe(StoreUnavailableException.Busy);
        }

        (await Task.WhenAll(commits.Except(refused))).ShouldAllBe(outcome => outcome.Status == CommitStatus.Committed);
    }

    protected override async ValueTask<StoresUnderTest> OpenAsync()
    {
        var direct = await server.CreateDatabaseAsync(Cancelled);
        wire = new(new NpgsqlConnectionStringBuilder(direct).Port);
        var through = new NpgsqlConnectionStringBuilder(direct) { Port = wire.Port }.ConnectionString;
        return postgres = new PostgresStores(
            direct, server, through, TimeProvider.System, options => (options.Writers, options.Capacity) = (1, Capacity));
    }

    private const int Capacity = 12;

    private async Task TalkAsync(TestTurns turns, int number, int count)
    {
        var turn = turns.First($"c{number}", Say("hi"));
        for (var done = 0; done < count;)
        {
            try
            {
                var outcome = await CommitAsync(turn);
                outcome.ShouldSatisfyAllConditions(
                    told => told.Status.ShouldBe(CommitStatus.Committed), told => told.Sequence.ShouldBe(turn.State.Sequence));
                turn = turns.After(turn, Say("hi"));
                done++;
            }
            catch (StoreUnavailableException)
            {
                // Nothing was written: the same once more, which nobody has seen.
                await Task.Delay(10, Cancelled);
            }
        }
    }

    private async Task<int> KillAsync(CancellationToken cancellationToken)
    {
        var killed = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            var ended = await postgres!.RowsAsync(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'spark-%' AND datname = current_database()");
            killed += ended.Count;
            await Task.Delay(30, CancellationToken.None);
        }

        return killed;
    }
}
