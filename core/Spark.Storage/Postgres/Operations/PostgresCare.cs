using System.Globalization;
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

    private static readonly (string Sql, string Problem)[] Rules =
    [
        ("SELECT count(*) FROM events e WHERE NOT EXISTS (SELECT FROM conversations c WHERE c.conversation = e.conversation AND c.sequence >= e.sequence)",
            "{0} events belong to no conversation, or come after its last turn."),
        ("SELECT count(*) FROM conversations c WHERE c.sequence <> (SELECT max(e.sequence) FROM events e WHERE e.conversation = c.conversation)",
            "{0} conversations stand at another turn than their log."),
        ("SELECT count(*) FROM outbox o WHERE NOT EXISTS (SELECT FROM events e WHERE e.conversation = o.conversation AND e.sequence = o.sequence AND e.effects IS NOT NULL)",
            "{0} effects have no event that caused them."),
        ("SELECT count(*) FROM outbox o WHERE o.status < 10 AND o.node <> 0 AND NOT EXISTS (SELECT FROM nodes n WHERE n.id = o.node)",
            "{0} open effects are in the hands of nodes that nobody knows."),
        ("SELECT count(*) FROM timers t WHERE NOT EXISTS (SELECT FROM conversations c WHERE c.conversation = t.conversation)",
            "{0} timers belong to no conversation."),
        ("SELECT count(*) FROM publications p WHERE NOT EXISTS (SELECT FROM bot_versions v WHERE v.bot = p.bot AND v.version = p.version)",
            "{0} bots are published in versions that are not kept."),
        ("SELECT abs(count(*) - 1) FROM revision", "The table of the revision does not have one row."),
        ("SELECT count(*) FROM pg_index WHERE NOT indisvalid AND indrelid::regclass::text = ANY ('{conversations,episodes,events,seen,outbox,timers}')",
            "{0} indexes are not valid."),
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
        foreach (var (sql, problem) in Rules)
        {
            if (await ScalarAsync(connection, sql, cancellationToken) is var found and > 0)
            {
                problems.Add(string.Format(CultureInfo.InvariantCulture, problem, found));
            }
        }

        return new($"PostgreSQL {connection.PostgreSqlVersion}", (int)schema, counts, problems);
    }

    private static async Task<long> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken) =>
        (await connection.ReadAsync(sql, row => row.GetInt64(0), cancellationToken))[0];
}
