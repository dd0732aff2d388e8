using System.Net;
using Npgsql;
using Spark.Faults.Tests.Support;
using Spark.Tests;

namespace Spark.Faults.Tests;

/// <summary>Programs of different ages and one PostgreSQL: what one finds that another has left there.</summary>
public sealed class UpgradeTests
{
    private const string Doer = "a:person-0";

    /// <summary>From here on migrations only add, so that old and new nodes run side by side.</summary>
    private const int Older = 14;

    /// <summary>The one before conversations were found by words.</summary>
    private const int WithoutWords = 17;

    /// <summary>How long a statement may run where that matters; the program gives up two seconds later.</summary>
    private static readonly TimeSpan StatementLimit = TimeSpan.FromSeconds(3);

    private readonly CancellationToken cancellationToken = TestContext.Current.CancellationToken;
    private PostgresStore store = null!;

    [Fact]
    public async Task Nodes_that_start_at_once_on_an_empty_database_make_it_once_and_all_serve()
    {
        await using var stage = await PrepareAsync(hosts: 3, people: 12);

        await Task.WhenAll(stage.Hosts.Select(host => host.StartAsync(cancellationToken)));

        await stage.ArrivedAsync("Next?", 24, cancellationToken);
        await ShouldBeNewestAsync();
        await stage.ConcludeAsync(cancellationToken);
    }

    [Fact]
    public async Task A_filled_database_of_an_older_program_keeps_its_rows_and_its_conversations_go_on()
    {
        await using var stage = await PrepareAsync(hosts: 2, people: 8);
        var host = stage.Hosts[0];
        await host.StartAsync(cancellationToken);
        await Condition.HoldsAsync(() => stage.Crowd.Acknowledged.Keys.All(person => stage.FarSide.Count(person, "Next?") > 1));
        await stage.Crowd.FallSilentAsync();

        // An answer that the far side does not take for now is open when the older program ends.
        stage.FarSide.Mood = Mood.Busy;
        await stage.Crowd.SayAsync(Doer, "say what waits");
        await host.StopAsync(cancellationToken);
        var rows = await RowsAsync();
        await using (var connection = await store.ConnectAsync(cancellationToken))
        {
            await OlderSchema.GoBackAsync(connection, Older, cancellationToken);
        }

        (await RowsAsync()).ShouldBe(rows, "the older database has what this one had");
        stage.FarSide.Mood = Mood.Well;
        await Task.WhenAll(stage.Hosts.Select(one => one.StartAsync(cancellationToken)));

        await ShouldBeNewestAsync();
        await stage.ArrivedAsync("Echo say what waits", cancellationToken);
        (await store.RowsAsync("SELECT DISTINCT instance FROM episodes", cancellationToken)).ShouldBe([Books.Instance], "each episode has its channel instance");
        await Condition.HoldsAsync(async () => (await store.RowsAsync("SELECT conversation FROM conversations WHERE NOT has_words", cancellationToken)).Count == 0);
        var found = await store.RowsAsync("SELECT c.external_id FROM conversations c WHERE EXISTS (SELECT FROM search_words w WHERE w.conversation = c.conversation)", cancellationToken);
        found.Order(StringComparer.Ordinal).ShouldBe(stage.Crowd.Acknowledged.Keys.Order(StringComparer.Ordinal), "each conversation is found by its words");
        await stage.ConcludeAsync(cancellationToken);
    }

    [Fact]
    public async Task A_node_that_runs_goes_on_under_a_newer_schema_and_one_that_starts_says_why_it_does_not()
    {
        await using var stage = await PrepareAsync(hosts: 1, people: 4);
        var host = stage.Hosts[0];
        await host.StartAsync(cancellationToken);
        await Condition.HoldsAsync(() => stage.Crowd.Acknowledged.Keys.All(person => stage.FarSide.Count(person, "Next?") > 0));
        await store.RowsAsync("ALTER TABLE conversations ADD COLUMN of_tomorrow text NOT NULL DEFAULT ''", cancellationToken);
        await store.RowsAsync("ALTER TABLE outbox ADD COLUMN of_tomorrow text NOT NULL DEFAULT ''", cancellationToken);
        await store.RowsAsync("INSERT INTO schema_version (version, name) VALUES (9999, '9999_tomorrow.sql')", cancellationToken);

        await stage.Crowd.FallSilentAsync();
        await stage.Crowd.SayAsync(Doer, "say and today");
        await stage.ArrivedAsync("Echo say and today", cancellationToken);
        (await host.HealthAsync("ready", cancellationToken)).ShouldNotBeNull().Status.ShouldBe(HttpStatusCode.OK);
        await host.StopAsync(cancellationToken);

        var refused = await Should.ThrowAsync<InvalidOperationException>(() => host.StartAsync(cancellationToken));
        refused.Message.ShouldContain("SPK11004");
        refused.Message.ShouldContain("The database has schema 9999");
        await host.KillAsync();

        await store.RowsAsync("DELETE FROM schema_version WHERE version = 9999", cancellationToken);
        await host.StartAsync(cancellationToken);
        await stage.ConcludeAsync(cancellationToken);
    }

    [Fact]
    public async Task A_node_waits_for_anothers_migration_for_longer_than_a_statement_may_take()
    {
        await using var stage = await PrepareAsync(hosts: 1, people: 2);
        var host = stage.Hosts[0];
        await using var other = await store.ConnectAsync(cancellationToken);
        await using var migration = await other.BeginTransactionAsync(cancellationToken);
        await RunAsync(other, "SELECT pg_advisory_xact_lock(8420170613)");
        var starting = host.StartAsync(
            cancellationToken, new Dictionary<string, string>(StringComparer.Ordinal) { ["Postgres__StatementLimit"] = $"{StatementLimit}" });

        await Condition.HoldsAsync(async () => starting.IsCompleted || await CountAsync(other, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted") > 0);
        await Task.WhenAny(starting, Task.Delay(3 * StatementLimit, cancellationToken));
        starting.IsCompleted.ShouldBeFalse("it waits");
        await migration.CommitAsync(cancellationToken);

        await starting;
        await stage.ArrivedAsync("Next?", 2, cancellationToken);
        await stage.ConcludeAsync(cancellationToken);
    }

    [Fact]
    public async Task A_migration_that_gives_way_to_a_turn_of_an_older_node_is_run_again()
    {
        await using var stage = await PrepareAsync(hosts: 1, people: 2);
        var host = stage.Hosts[0];
        await host.StartAsync(cancellationToken);
        await stage.ArrivedAsync("Next?", 2, cancellationToken);
        await stage.Crowd.FallSilentAsync();
        await host.StopAsync(cancellationToken);
        await using var older = await store.ConnectAsync(cancellationToken);
        await OlderSchema.GoBackAsync(older, WithoutWords, cancellationToken);

        // A turn writes a conversation and then its episode; the migration changes the tables the other way round. It finds out first.
        await RunAsync(older, "ALTER DATABASE postgres SET deadlock_timeout = '3s'");
        await RunAsync(older, "SET deadlock_timeout = '10min'");
        await using (var turn = await older.BeginTransactionAsync(cancellationToken))
        {
            await RunAsync(older, "LOCK TABLE conversations IN ROW EXCLUSIVE MODE");
            var starting = host.StartAsync(cancellationToken);
            await Condition.HoldsAsync(async () => await CountAsync(older, "SELECT count(*) FROM pg_locks WHERE relation = 'conversations'::regclass AND NOT granted") > 0);
            await RunAsync(older, "LOCK TABLE episodes IN ROW EXCLUSIVE MODE");
            await turn.CommitAsync(cancellationToken);
            await starting;
        }

        await ShouldBeNewestAsync();
        await stage.ConcludeAsync(cancellationToken);
    }

    private Task<Disaster> PrepareAsync(int hosts, int people) =>
        Disaster.PrepareAsync(async _ => store = await PostgresStore.StartAsync(), hosts, people);

    private async Task ShouldBeNewestAsync() =>
        (await store.RowsAsync("SELECT version FROM schema_version ORDER BY version", cancellationToken))
            .ShouldBe(Enumerable.Range(1, OlderSchema.Newest).Select(version => $"{version}"), "each migration has run, once");

    private Task<int> RunAsync(NpgsqlConnection connection, string sql) => CommandOf(connection, sql).ExecuteNonQueryAsync(cancellationToken);

    private async Task<long> CountAsync(NpgsqlConnection connection, string sql) => (long)(await CommandOf(connection, sql).ExecuteScalarAsync(cancellationToken))!;

#pragma warning disable CA2100 // The texts above.
    private static NpgsqlCommand CommandOf(NpgsqlConnection connection, string sql) => new(sql, connection);
#pragma warning restore CA2100

    private Task<IReadOnlyList<string>> RowsAsync() => store.RowsAsync(
        """
        SELECT 'conversation ' || encode(conversation, 'hex') || ' ' || sequence || ' ' || md5(state) FROM conversations
        UNION ALL SELECT 'event ' || encode(conversation, 'hex') || ' ' || sequence || ' ' || md5(data) FROM events
        UNION ALL SELECT 'episode ' || encode(conversation, 'hex') || ' ' || number || ' ' || bot || ' ' || version FROM episodes
        UNION ALL SELECT 'effect ' || encode(conversation, 'hex') || ' ' || sequence || ' ' || position || ' ' || status FROM outbox
        UNION ALL SELECT 'seen ' || encode(key, 'hex') FROM seen
        ORDER BY 1
        """,
        cancellationToken);
}
