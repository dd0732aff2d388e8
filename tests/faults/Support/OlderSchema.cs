using System.Globalization;
using Npgsql;
using Spark.Tests;

namespace Spark.Faults.Tests.Support;

/// <summary>
/// Makes a database what it was under an older program: its tables are made by that program's migrations, and hold of the rows what they
/// have columns for.
/// </summary>
internal static class OlderSchema
{
    private const string Migrations = "core/Spark.Storage/Postgres/Migrations";

    /// <summary>The newest schema that there is a migration to.</summary>
    public static int Newest => Files().Max(file => file.Version);

    /// <summary>Goes back. Nobody else uses the database.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="version">The schema to go back to.</param>
    /// <param name="cancellationToken">Ends it half way, with nothing changed.</param>
    public static async Task GoBackAsync(NpgsqlConnection connection, int version, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);

        // Rows come in any order: what refers to others is not looked at.
        await RunAsync("SET LOCAL session_replication_role = replica");
        await RunAsync("CREATE SCHEMA older");
        await RunAsync("SET LOCAL search_path = older");
        await RunAsync("CREATE TABLE schema_version (version integer NOT NULL PRIMARY KEY, name text NOT NULL, run_at timestamptz NOT NULL DEFAULT clock_timestamp())");
        foreach (var (number, path) in Files().Where(file => file.Version <= version))
        {
            await RunAsync(await File.ReadAllTextAsync(path, cancellationToken));
            await RunAsync($"INSERT INTO schema_version (version, name) VALUES ({number}, '{Path.GetFileName(path)}')");
        }

        foreach (var table in await ReadAsync("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'older' AND tablename <> 'schema_version'"))
        {
            var columns = string.Join(", ", await ReadAsync(
                $"SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = 'older.{table}'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''"));
            await RunAsync($"DELETE FROM {table}");
            await RunAsync($"INSERT INTO {table} ({columns}) OVERRIDING SYSTEM VALUE SELECT {columns} FROM public.{table}");
            foreach (var column in await ReadAsync($"SELECT attname::text FROM pg_attribute WHERE attrelid = 'older.{table}'::regclass AND attidentity <> ''"))
            {
                await RunAsync($"SELECT setval(pg_get_serial_sequence('older.{table}', '{column}'), (SELECT max({column}) FROM {table}))");
            }
        }

        await RunAsync("DROP SCHEMA public CASCADE");
        await RunAsync("ALTER SCHEMA older RENAME TO public");
        await transaction.CommitAsync(cancellationToken);

        async Task RunAsync(string sql)
        {
            await using var command = CommandOf(connection, sql);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        async Task<IReadOnlyList<string>> ReadAsync(string sql)
        {
            await using var command = CommandOf(connection, sql);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var names = new List<string>();
            while (await reader.ReadAsync(cancellationToken))
            {
                names.Add(reader.GetString(0));
            }

            return names;
        }
    }

#pragma warning disable CA2100 // The migrations, and names of their tables and columns.
    private static NpgsqlCommand CommandOf(NpgsqlConnection connection, string sql) => new(sql, connection);
#pragma warning restore CA2100

    private static IEnumerable<(int Version, string Path)> Files() => Directory
        .EnumerateFiles(Repository.Path(Migrations.Split('/')), "*.sql")
        .Select(path => (int.Parse(Path.GetFileName(path).AsSpan(0, 4), CultureInfo.InvariantCulture), path))
        .Order();
}
