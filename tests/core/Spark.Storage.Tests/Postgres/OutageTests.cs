using Npgsql;
using Spark.Runtime.Health;
using Spark.Runtime.Stores;
using Spark.Runtime.Turns;
using Spark.Storage.Tests.Conformance.Support;
using Spark.Storage.Tests.Postgres.Support;
using Spark.Tests;
using static Spark.Storage.Tests.Conformance.Support.TestTurns;

namespace Spark.Storage.Tests.Postgres;

public sealed class OutageTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_that_stops_is_away_and_one_that_comes_back_goes_on()
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        await using var cluster = await PostgresCluster.StartAsync(Cancelled);
        await using var stores = new PostgresStores(cluster.ConnectionString("postgres"), null, time: TimeProvider.System);
        var turns = new TestTurns(TimeProvider.System, await stores.JoinAsync(), await stores.RevisionAsync());
        var conversations = stores.Get<IConversationStore>();
        var probe = stores.Get<IReadinessProbe>();
        var first = turns.First("c1", Say("hi"));
        (await conversations.CommitAsync(first, Cancelled)).Status.ShouldBe(CommitStatus.Committed);
        (await probe.CheckAsync(Cancelled)).ShouldBeNull();
        await cluster.StopAsync();

        await Should.ThrowAsync<StoreUnavailableException>(async () => await conversations.LoadAsync(first.Key, [], Cancelled));
        (await probe.CheckAsync(Cancelled)).ShouldNotBeNull().ShouldContain("SPK11003");

        // The first one breaks a connection that seemed to be alive: what became of it can be told only when the database is back.
        var doubtful = conversations.CommitAsync(turns.After(first, Say("ho")), Cancelled).AsTask();
        await Should.ThrowAsync<StoreUnavailableException>(async () => await InsistOnFailureAsync(conversations, turns));

        await cluster.ResumeAsync(Cancelled);

        (await doubtful).Status.ShouldBe(CommitStatus.Committed);
        (await conversations.LoadAsync(first.Key, [], Cancelled)).Sequence.ShouldBe(2);
        (await probe.CheckAsync(Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task A_standby_is_not_ready()
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        await using var cluster = await PostgresCluster.StartAsync(Cancelled);
        await using var stores = new PostgresStores(cluster.ConnectionString("postgres"), null, time: TimeProvider.System);
        var probe = stores.Get<IReadinessProbe>();
        (await probe.CheckAsync(Cancelled)).ShouldBeNull();
        await cluster.StopAsync();
        await cluster.ResumeAsStandbyAsync(Cancelled);

        // The first questions may find connections that broke with the server.
        await Condition.HoldsAsync(async () => await probe.CheckAsync(Cancelled) is { } reason && reason.Contains("is a standby", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_database_that_only_reads_is_not_ready()
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        await using var cluster = await PostgresCluster.StartAsync(Cancelled);
        await using var stores = new PostgresStores(cluster.ConnectionString("postgres"), null, time: TimeProvider.System);
        (await stores.Get<IReadinessProbe>().CheckAsync(Cancelled)).ShouldBeNull();
        await stores.ReopenAsync();
        var readOnly = new NpgsqlConnectionStringBuilder(stores.ConnectionString) { Options = "-c default_transaction_read_only=on" }.ConnectionString;
        await using var refused = new PostgresStores(readOnly, null, time: TimeProvider.System);

        await Should.ThrowAsync<StoreUnavailableException>(() => refused.JoinAsync());
        (await refused.Get<IReadinessProbe>().CheckAsync(Cancelled)).ShouldNotBeNull().ShouldContain("SPK11003");
    }

    // Who shares the fate of the one in doubt waits with it; the next finds nothing to write to, and is told so while the database is away.
    private static async Task InsistOnFailureAsync(IConversationStore conversations, TestTurns turns)
    {
        for (var i = 0; i < 30; i++)
        {
            try
            {
                await conversations.CommitAsync(turns.First($"new{i}"), Cancelled).AsTask().WaitAsync(TimeSpan.FromSeconds(2), Cancelled);
            }
            catch (TimeoutException)
            {
                continue;
            }
        }
    }
}
