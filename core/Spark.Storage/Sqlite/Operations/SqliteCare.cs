using System.Globalization;
using Spark.Runtime.Operations;

namespace Spark.Storage.Sqlite.Operations;

/// <summary>Checks and copies a SQLite database.</summary>
internal sealed class SqliteCare(SqliteDatabase database) : IDatabaseCare
{
    private static readonly string[] Tables =
        ["conversations", "episodes", "events", "seen", "outbox", "timers", "bot_versions", "publications", "settings"];

    private static readonly (string Sql, string Problem)[] Rules =
    [
        ("SELECT count(*) FROM events e WHERE NOT EXISTS (SELECT 1 FROM conversations c WHERE c.id = e.conversation AND c.sequence >= e.sequence)",
            "{0} events belong to no conversation, or come after its last turn."),
        ("SELECT count(*) FROM conversations c JOIN events e ON e.id = c.last_event WHERE e.conversation <> c.id OR e.sequence <> c.sequence",
            "{0} conversations stand at another turn than their log."),
        ("SELECT count(*) FROM events e JOIN events p ON p.id = e.previous WHERE p.conversation <> e.conversation OR p.sequence >= e.sequence",
            "{0} events name one before them that is not theirs."),
        ("SELECT count(*) FROM outbox o WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.id = o.id / 1024 AND e.conversation = o.conversation AND e.effects IS NOT NULL)",
            "{0} effects have no event that caused them."),
        ("SELECT count(*) FROM timers t WHERE NOT EXISTS (SELECT 1 FROM conversations c WHERE c.id = t.conversation)",
            "{0} timers belong to no conversation."),
        ("SELECT count(*) FROM publications p WHERE NOT EXISTS (SELECT 1 FROM bot_versions v WHERE v.bot = p.bot AND v.version = p.version)",
            "{0} bots are published in versions that are not kept."),
        ("SELECT abs(count(*) - 1) FROM revision", "The table of the revision does not have one row."),
    ];

    public ValueTask<DatabaseReport> CheckAsync(CancellationToken cancellationToken) => database.Readers.ReadAsync(
        statements =>
        {
            // One moment for all rules.
            SqliteConnections.Run(statements.Connection, "BEGIN");
            try
            {
                return Check(statements);
            }
            finally
            {
                SqliteConnections.Run(statements.Connection, "COMMIT");
            }
        },
        cancellationToken);

    public async ValueTask BackUpAsync(string path, CancellationToken cancellationToken)
    {
        if (File.Exists(path))
        {
            throw new IOException($"The file '{path}' is there already.");
        }

        await database.Readers.ReadAsync(
            statements =>
            {
                using var copy = new Statement(statements.Connection, "VACUUM INTO ?1");
                return copy.Execute(path);
            },
            cancellationToken);
    }

    private static DatabaseReport Check(ReaderStatements statements)
    {
        var problems = new List<string>();
        using (var check = new Statement(statements.Connection, "PRAGMA integrity_check(20)"))
        using (var rows = check.Read())
        {
            while (rows.Read())
            {
                if (rows.Text(0) is var said and not "ok")
                {
                    problems.Add($"SQLite: {said}");
                }
            }
        }

        foreach (var (sql, problem) in Rules)
        {
            if (Number(statements, sql) is var found and > 0)
            {
                problems.Add(string.Format(CultureInfo.InvariantCulture, problem, found));
            }
        }

        return new(
            $"SQLite {statements.Connection.ServerVersion}",
            (int)Number(statements, "SELECT max(version) FROM schema_version"),
            Tables.ToDictionary(table => table, table => Number(statements, $"SELECT count(*) FROM {table}"), StringComparer.Ordinal),
            problems);
    }

    private static long Number(ReaderStatements statements, string sql)
    {
        using var statement = new Statement(statements.Connection, sql);
        return statement.Number() ?? 0;
    }
}
