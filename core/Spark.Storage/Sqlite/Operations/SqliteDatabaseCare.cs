using Microsoft.Data.Sqlite;
using Spark.Runtime.Operations;
using SQLitePCL;

namespace Spark.Storage.Sqlite.Operations;

/// <summary>Checks and copies a SQLite file, on connections of its own: both take their time, and neither keeps the writer waiting.</summary>
internal sealed class SqliteDatabaseCare(SqliteDatabase database) : IDatabaseCare
{
    private static readonly string[] Tables =
        ["conversations", "episodes", "events", "seen", "outbox", "timers", "nodes", "publications", "bot_versions", "bot_models", "settings"];

    public async ValueTask<DatabaseReport> CheckAsync(CancellationToken cancellationToken) =>
        await RunAsync(Check, cancellationToken);

    public async ValueTask BackUpAsync(string path, CancellationToken cancellationToken)
    {
        if (File.Exists(path))
        {
            throw new IOException($"The file '{path}' is there already. A backup is written to a new file.");
        }

        var isWhole = false;
        try
        {
            await RunAsync(statements => statements.Add("VACUUM INTO ?1").Bind(path).Run(), cancellationToken);
            using var copy = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.FlushToDisk(copy);
            isWhole = true;
        }
        finally
        {
            if (!isWhole)
            {
                File.Delete(path);
            }
        }
    }

    private async Task<T> RunAsync<T>(Func<StatementSet, T> work, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = SqliteConnections.Open(database.Path);
            using var statements = new StatementSet(connection);
            await using var interruption = cancellationToken.Register(() => raw.sqlite3_interrupt(connection.Handle));
            return await Task.Run(() => work(statements), cancellationToken);
        }
        catch (SqliteException thrown)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw SqliteFaults.Translate(thrown);
        }
    }

    private static DatabaseReport Check(StatementSet statements)
    {
        statements.Add("BEGIN").Run();
        var schema = (int)(statements.Add("SELECT max(version) FROM schema_version").Number() ?? 0);
        var counts = Tables.ToDictionary(table => table, table => statements.Add($"SELECT count(*) FROM {table}").Number() ?? 0, StringComparer.Ordinal);
        var problems = ReadIntegrity(statements);
        foreach (var invariant in Invariants.All)
        {
            if (invariant.Tell(Find(statements, invariant)) is { } problem)
            {
                problems.Add(problem);
            }
        }

        statements.Add("COMMIT").Run();
        return new($"SQLite {raw.sqlite3_libversion().utf8_to_string()}", schema, counts, problems);
    }

    private static List<string> ReadIntegrity(StatementSet statements)
    {
        var problems = new List<string>();
        using var rows = statements.Add("PRAGMA integrity_check").Read();
        while (rows.Next())
        {
            if (rows.Text(0) is var line && line != "ok")
            {
                problems.Add($"The file is damaged: {line}. Restore a backup.");
            }
        }

        return problems;
    }

    private static List<(long Count, string Place)> Find(StatementSet statements, Invariant invariant)
    {
        var found = new List<(long, string)>();
        using var rows = statements.Add(invariant.Look).Read();
        while (rows.Next())
        {
            found.Add((rows.Long(0), rows.Text(1)));
        }

        return found;
    }
}
