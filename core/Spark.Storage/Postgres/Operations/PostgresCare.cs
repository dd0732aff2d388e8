using Npgsql;
using Spark.Runtime.Operations;

namespace Spark.Storage.Postgres.Operations;

/// <summary>Checks a PostgreSQL database. Its integrity on disk is the server's own business; what must hold between our tables is ours.</summary>
internal sealed class PostgresCare(PostgresDatabase database) : IDatabaseCare
{
    /// <summary>Up to here rows are counted; beyond, the server's estimate does.</summary>
    private const int MostCounted = 100_000;

    private static readonly string[] Tables =
    [
        "conversations", "episodes", "events", "seen", "outbox", "timers", "nodes", "bot_versions", "bot_models", "publications", "settings",
    ];

    public ValueTask<DatabaseReport> CheckAsync(CancellationToken cancellationToken) => database.Sessions.RunAsync(CheckAsync, cancellationToken);

    public ValueTask BackUpAsync(string path, CancellationToken cancellationToken) => throw new NotSupportedException(
        "PostgreSQL has tools of its own for copies: pg_dump for one moment, pg_basebackup with archived WAL for any moment.");

    private static async Task<DatabaseReport> CheckAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        // One moment for all rules; and whole tables are joined here, which is no work for nested loops, and takes its time.
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        await connection.ExecuteAsync(
            "SELECT set_config(name, value, true) FROM (VALUES ('statement_timeout', '0'), ('enable_hashjoin', 'on'), ('enable_mergejoin', 'on'), ('enable_seqscan', 'on')) AS s (name, value)",
            cancellationToken);
        var schema = await ScalarAsync(connection, "SELECT max(version)::bigint FROM schema_version", cancellationToken);
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in Tables)
        {
            var counted = await ScalarAsync(connection, $"SELECT count(*) FROM (SELECT FROM {table} LIMIT {MostCounted + 1}) t", cancellationToken);
            counts[table] = counted <= MostCounted
                ? counted
                : Math.Max(counted, await ScalarAsync(connection, $"SELECT reltuples::bigint FROM pg_class WHERE oid = '{table}'::regclass", cancellationToken));
        }

        var problems = new List<string>();
        foreach (var invariant in Invariants.All)
        {
            var found = await connection.ReadAsync(invariant.Look, row => (row.GetInt64(0), row.GetString(1)), cancellationToken);
            if (invariant.Tell(found) is { } problem)
            {
                problems.Add(problem);
            }
        }

        return new($"PostgreSQL {connection.PostgreSqlVersion}", (int)schema, counts, problems);
    }

    private static async Task<long> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken) =>
        (await connection.ReadAsync(sql, row => row.GetInt64(0), cancellationToken))[0];
}
