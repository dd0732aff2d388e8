using System.Globalization;
using Microsoft.Data.Sqlite;
using Spark.Runtime;

namespace Spark.Storage.Sqlite;

/// <summary>Brings a database to this program's schema: the numbered SQL files that it has not seen, in order, in one transaction.</summary>
internal static class SqliteMigrations
{
    private const string Prefix = "Sqlite.Migrations.";

    public static void Run(SqliteConnection connection, DateTimeOffset now)
    {
        var migrations = Known();
        var isCommitted = false;
        SqliteConnections.Run(connection, "BEGIN IMMEDIATE");
        try
        {
            SqliteConnections.Run(connection, "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, run_at INTEGER NOT NULL)");
            using var statements = new StatementSet(connection);
            var stored = (int)(statements.Add("SELECT max(version) FROM schema_version").Number() ?? 0);
            if (stored > migrations[^1].Version)
            {
                throw new OperatorException("SPK11004", $"The database has schema {stored}, and this program knows schemas up to {migrations[^1].Version}. It was written by a newer version of Spark: start that one, or restore a backup made before it ran.");
            }

            var note = statements.Add("INSERT INTO schema_version (version, name, run_at) VALUES (?1, ?2, ?3)");
            foreach (var migration in migrations.Where(migration => migration.Version > stored))
            {
                SqliteConnections.Run(connection, migration.Sql);
                note.Bind(migration.Version).Bind(migration.Name).Bind(now.ToUnixTimeMilliseconds()).Run();
            }

            SqliteConnections.Run(connection, "COMMIT");
            isCommitted = true;
        }
        finally
        {
            if (!isCommitted)
            {
                SqliteConnections.Run(connection, "ROLLBACK");
            }
        }
    }

    private static List<Migration> Known()
    {
        var assembly = typeof(SqliteMigrations).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.Contains(Prefix, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => Read(assembly.GetManifestResourceStream(name)!, name[(name.IndexOf(Prefix, StringComparison.Ordinal) + Prefix.Length)..]))
            .OrderBy(migration => migration.Version)];
    }

    private static Migration Read(Stream resource, string name)
    {
        using var reader = new StreamReader(resource);
        return new(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }
}
