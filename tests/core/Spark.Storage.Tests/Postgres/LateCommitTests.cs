using Npgsql;
using Spark.Runtime.Turns;
using Spark.Storage.Tests.Conformance.Support;
using Spark.Storage.Tests.Postgres.Support;
using static Spark.Storage.Tests.Conformance.Support.TestTurns;

namespace Spark.Storage.Tests.Postgres;

/// <summary>A turn whose write takes longer than what is left of its node's lease.</summary>
public sealed class LateCommitTests(PostgresServer server) : StorageConformance
{
    private PostgresStores? postgres;

    [Fact]
    public async Task Nobody_takes_over_from_a_node_that_has_a_turn_on_its_way()
    {
        var first = await WriteAsync(Turns.First("c1", Say("one")));
        var heir = await Stores.JoinAsync();
        var brief = await Stores.JoinAsync();
        var others = await WriteAsync(Turns.First("c2", Say("left")) with { Node = brief });
        await using var holder = await HoldAsync(first);

        // It passed the door while the lease ran, and waits behind somebody who holds the conversation's row.
        var late = CommitAsync(Turns.After(first, Say("two")) with { Node = brief });
        await WaitingAsync();
        await OverAsync(brief);
        (await TakeOverAllAsync(heir)).ShouldBeEmpty();
        late.IsCompleted.ShouldBeFalse();

        await holder.DisposeAsync();
        (await late).Status.ShouldBe(CommitStatus.Committed);
        (await TakeOverAllAsync(heir)).Select(open => open.Entry.Address).ShouldBe([Name(others), new(first.Key, new(2, 0))], ignoreOrder: true);
    }

    [Fact]
    public async Task Once_somebody_has_taken_over_no_turn_of_the_node_lands_any_more()
    {
        var brief = await Stores.JoinAsync();
        var left = await WriteAsync(Turns.First("c1", Say("one")) with { Node = brief });
        var heir = await Stores.JoinAsync();
        await OverAsync(brief);

        // A write of the node that stood before the lock while somebody took over: it looks at the lease behind the lock.
        await using var taker = new NpgsqlConnection(postgres!.ConnectionString + ";Pooling=false");
        await taker.OpenAsync(Cancelled);
        await using var transaction = await taker.BeginTransactionAsync(Cancelled);
        await RunAsync(taker, $"SELECT pg_advisory_xact_lock({brief})");
        var late = CommitAsync(Turns.After(left, Say("two")) with { Node = brief });
        await WaitingAsync();
        await transaction.RollbackAsync(Cancelled);

        (await late).Status.ShouldBe(CommitStatus.Fenced);
        (await TakeOverAllAsync(heir)).ShouldHaveSingleItem().Entry.Address.ShouldBe(Name(left));
        (await CommitAsync(Turns.After(left, Say("two")) with { Node = brief })).Status.ShouldBe(CommitStatus.Fenced);
    }

    [Fact]
    public async Task A_node_that_has_a_turn_on_its_way_is_not_forgotten()
    {
        var heir = await Stores.JoinAsync();
        var brief = await Stores.JoinAsync();
        var first = await WriteAsync(Turns.First("c1"));
        await using var holder = await HoldAsync(first);
        var late = CommitAsync(Turns.After(first, Say("two")) with { Node = brief });
        await WaitingAsync();
        await OverAsync(brief);

        (await TakeOverAllAsync(heir)).ShouldBeEmpty();
        (await postgres!.RowsAsync($"SELECT id FROM nodes WHERE id = {brief}")).ShouldHaveSingleItem("its effects will be found by it");
        await holder.DisposeAsync();
        await late;
        (await TakeOverAllAsync(heir)).ShouldHaveSingleItem();
        (await postgres.RowsAsync($"SELECT id FROM nodes WHERE id = {brief}")).ShouldBeEmpty();
    }

    protected override async ValueTask<StoresUnderTest> OpenAsync() =>
        postgres = (PostgresStores)await PostgresStores.CreateAsync(server);

    /// <summary>Holds the row of a conversation, until it is disposed of.</summary>
    private async Task<NpgsqlConnection> HoldAsync(TurnCommit turn)
    {
        var connection = new NpgsqlConnection(postgres!.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Cancelled);
        await RunAsync(connection, "BEGIN");
        await RunAsync(connection, $"SELECT sequence FROM conversations WHERE conversation = '\\x{turn.Key}' FOR UPDATE");
        return connection;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // The tests' own statements.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Cancelled);
    }

    private async Task WaitingAsync()
    {
        while ((await postgres!.RowsAsync("SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")).Count == 0)
        {
            await Task.Delay(10, Cancelled);
        }
    }

    // By hand: a lease that runs out by itself may do so before the test on a busy machine.
    private async Task OverAsync(long node) =>
        await postgres!.RowsAsync($"UPDATE nodes SET lease_until = clock_timestamp() - interval '1 hour' WHERE id = {node} RETURNING id");
}
