using Npgsql;
using Spark.Runtime.Stores;
using Spark.Runtime.Turns;
using Spark.Storage.Postgres;
using Spark.Storage.Tests.Conformance.Support;
using Spark.Storage.Tests.Postgres.Support;
using Spark.Tests;
using static Spark.Storage.Tests.Conformance.Support.TestTurns;

namespace Spark.Storage.Tests.Postgres;

/// <summary>What the server says of a connection as the product opens it, whatever the database, its role and the operator's own options say.</summary>
public sealed class ConnectionTests(PostgresServer server)
{
    private static readonly TimeSpan Brief = TimeSpan.FromSeconds(1);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("statement_timeout", "5s")]
    [InlineData("idle_in_transaction_session_timeout", "5s")]
    [InlineData("tcp_keepalives_idle", "5")]
    [InlineData("tcp_keepalives_interval", "2")]
    [InlineData("tcp_keepalives_count", "3")]
    [InlineData("synchronous_commit", "on")]
    public async Task Limits_and_durability_are_ours_whatever_was_set_before(string setting, string expected)
    {
        var direct = await server.CreateDatabaseAsync(Cancelled);
        var loose = new NpgsqlConnectionStringBuilder(direct) { Options = $"-c {setting}={Loose(setting)}" }.ConnectionString;
        await using var stores = new PostgresStores(direct, server, through: loose, configure: options => options.StatementLimit = new PostgresOptions().StatementLimit);
        await stores.RowsAsync($"ALTER DATABASE {new NpgsqlConnectionStringBuilder(direct).Database} SET {setting} = {Loose(setting)}");
        await stores.RowsAsync($"ALTER ROLE spark IN DATABASE {new NpgsqlConnectionStringBuilder(direct).Database} SET {setting} = {Loose(setting)}");
        (await stores.RowsAsync($"SHOW {setting}"))[0].ShouldNotBe(expected, "else this asks nothing");

        var database = stores.Get<PostgresDatabase>();

        (await database.Sessions.ReadAsync($"SHOW {setting}", row => row.GetString(0), Cancelled)).ShouldBe([expected]);
    }

    [Fact]
    public async Task Turns_are_written_on_connections_of_the_same_kind()
    {
        var direct = await server.CreateDatabaseAsync(Cancelled);
        await using var stores = new PostgresStores(direct, server);
        await stores.RowsAsync($"ALTER DATABASE {new NpgsqlConnectionStringBuilder(direct).Database} SET synchronous_commit = off");

        // What the session that writes has is noted by the write itself.
        await stores.RowsAsync("CREATE TABLE noted (setting text)");
        await stores.RowsAsync(
            """
            CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO noted VALUES (current_setting('synchronous_commit'));
                RETURN NULL;
            END $$
            """);
        await stores.RowsAsync("CREATE TRIGGER notes AFTER INSERT ON events FOR EACH STATEMENT EXECUTE FUNCTION note()");
        var turns = new TestTurns(stores.Clock, await stores.JoinAsync(), await stores.RevisionAsync());
        (await stores.Get<IConversationStore>().CommitAsync(turns.First("c1", Say("hi")), Cancelled)).Status.ShouldBe(CommitStatus.Committed);

        (await stores.RowsAsync("SELECT setting FROM noted")).ShouldBe(["on"]);
    }

    [Fact]
    public async Task Our_side_asks_after_a_silent_server_within_seconds_too()
    {
        await using var source = PostgresConnections.Create("Host=127.0.0.1;Keepalive=0;TCP Keepalive=false", new PostgresOptions(), "spark-test");

        new NpgsqlConnectionStringBuilder(source.ConnectionString).ShouldSatisfyAllConditions(
            ours => ours.TcpKeepAlive.ShouldBeTrue(),
            ours => ours.TcpKeepAliveTime.ShouldBeInRange(1, 10),
            ours => ours.TcpKeepAliveInterval.ShouldBeInRange(1, 5),
            ours => ours.Timeout.ShouldBeInRange(1, 10),
            ours => ours.CommandTimeout.ShouldBeInRange(1, 10));
    }

    [Fact]
    public async Task A_statement_that_runs_for_too_long_is_ended_by_the_server()
    {
        await using var stores = new PostgresStores(await server.CreateDatabaseAsync(Cancelled), server, configure: options => options.StatementLimit = Brief);
        var sessions = stores.Get<PostgresDatabase>().Sessions;

        var ended = await Should.ThrowAsync<StoreUnavailableException>(async () => await sessions.RunAsync(
            async (connection, token) =>
            {
                // Without a limit of our side: the server's own it shall be.
                await using var sleep = new NpgsqlCommand("SELECT pg_sleep(60)", connection) { CommandTimeout = 0 };
                return await sleep.ExecuteNonQueryAsync(token);
            },
            Cancelled));

        ended.InnerException.ShouldBeOfType<PostgresException>().SqlState.ShouldBe(PostgresErrorCodes.QueryCanceled);
    }

    [Fact]
    public async Task A_transaction_that_is_left_idle_ends_and_leaves_nothing()
    {
        await using var stores = new PostgresStores(await server.CreateDatabaseAsync(Cancelled), server, configure: options => options.StatementLimit = Brief);
        var sessions = stores.Get<PostgresDatabase>().Sessions;

        await Should.ThrowAsync<StoreUnavailableException>(async () => await sessions.RunAsync(
            async (connection, token) =>
            {
                await connection.ExecuteAsync("BEGIN", token);
                await connection.ExecuteAsync("INSERT INTO settings (name, value) VALUES ('left', 'x')", token);
                await Condition.HoldsAsync(async () => await stores.RowsAsync($"SELECT pid FROM pg_stat_activity WHERE pid = {connection.ProcessID}") is []);
                return await connection.ExecuteAsync("COMMIT", token);
            },
            Cancelled));

        (await sessions.ReadAsync("SELECT name FROM settings WHERE name = 'left'", row => row.GetString(0), Cancelled)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_pool_that_has_given_all_it_may_gives_the_next_one_when_one_comes_back()
    {
        await using var stores = new PostgresStores(await server.CreateDatabaseAsync(Cancelled), server);
        await using var source = PostgresConnections.Create(
            stores.ConnectionString, new PostgresOptions { PoolSize = 4, ConnectLimit = TimeSpan.FromMinutes(1) }, "spark-test");
        var given = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => source.OpenConnectionAsync(Cancelled).AsTask()));
        var process = given[2].ProcessID;

        var next = source.OpenConnectionAsync(Cancelled).AsTask();
        await given[2].DisposeAsync();

        await using var last = await next;
        last.ProcessID.ShouldBe(process, "no further one was opened");
        foreach (var connection in given)
        {
            await connection.DisposeAsync();
        }
    }

    [Fact]
    public async Task However_much_is_asked_at_once_no_more_connections_are_opened_than_the_pool_may_have()
    {
        const int Pool = 6;
        await using var stores = new PostgresStores(
            await server.CreateDatabaseAsync(Cancelled), server, configure: options => (options.PoolSize, options.Writers, options.Loaders) = (Pool, 2, 2));
        var turns = new TestTurns(stores.Clock, await stores.JoinAsync(), await stores.RevisionAsync());
        var conversations = stores.Get<IConversationStore>();
        var sessions = stores.Get<PostgresDatabase>().Sessions;
        var most = 0L;

        await Task.WhenAll(Enumerable.Range(0, 120).Select(number => Task.Run(
            async () =>
            {
                (await conversations.CommitAsync(turns.First($"c{number}", Say("hi")), Cancelled)).Status.ShouldBe(CommitStatus.Committed);
                await conversations.LoadAsync(ConversationKey.Of("web", $"c{number}"), [], Cancelled);
                var open = (await sessions.ReadAsync(
                    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'spark-%'", row => row.GetInt64(0), Cancelled))[0];
                InterlockedMax(ref most, open);
            },
            Cancelled)));

        most.ShouldBeInRange(2, Pool);
    }

    // What an operator might have, for other programs of theirs.
    private static string Loose(string setting) => setting switch
    {
        "synchronous_commit" => "off",
        "tcp_keepalives_idle" or "tcp_keepalives_interval" => "7200",
        "tcp_keepalives_count" => "9",
        _ => "0",
    };

    private static void InterlockedMax(ref long most, long value)
    {
        for (var known = Volatile.Read(ref most); value > known; known = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, known);
        }
    }
}
