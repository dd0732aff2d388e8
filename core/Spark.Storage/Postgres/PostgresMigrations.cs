using System.Globalization;
using Npgsql;
using Spark.Runtime;

namespace Spark.Storage.Postgres;

/// <summary>
/// Brings a database to this program's schema: the numbered SQL files that it has not seen, in order, in one transaction. Of nodes that
/// start at once, one does it while the others wait.
/// </summary>
internal static class PostgresMigrations
{
    private const string Prefix = "Postgres.Migrations.";

    /// <summary>A number of our own among the advisory locks of a database.</summary>
    private const string Lock = "SELECT pg_advisory_xact_lock(8420170613)";

    /// <summary>So often in a row it stands in the way of nodes that run: something is wrong beyond bad luck.</summary>
    private const int MostCollisions = 10;

    private const string Table = "CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL PRIMARY KEY, name text NOT NULL, run_at timestamptz NOT NULL DEFAULT clock_timestamp())";

    /// <summary>The newest schema that this program knows.</summary>
    public static int Newest { get; } = Known()[^1].Version;

    public static async Task RunAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        var run = 1;
        while (!await TryRunAsync(source, isLast: run == MostCollisions, cancellationToken))
        {
            run++;
        }
    }

    // False when it and the turns of older nodes, which run meanwhile, waited for each other, and it was the one to give way.
    private static async Task<bool> TryRunAsync(NpgsqlDataSource source, bool isLast, CancellationToken cancellationToken)
    {
        try
        {
            await MigrateAsync(source, cancellationToken);
            return true;
        }
        catch (PostgresException collision) when (!isLast && PostgresFaults.IsCollision(collision))
        {
            return false;
        }
    }

    private static async Task MigrateAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);

        // Whoever waits here waits for another node's migration, which may take its time, on this side of the wire as on the other.
        await ExecuteAsync(connection, "SET LOCAL statement_timeout = 0", cancellationToken);
        await ExecuteAsync(connection, Lock, cancellationToken);
        await ExecuteAsync(connection, Table, cancellationToken);
        var stored = await StoredAsync(connection, cancellationToken);
        if (stored > Newest)
        {
            throw new OperatorException("SPK11004", $"The database has schema {stored}, and this program knows schemas up to {Newest}. It was written by a newer version of Spark: start that one, or restore a backup made before it ran.");
        }

        foreach (var migration in Known().Where(migration => migration.Version > stored))
        {
            await ExecuteAsync(connection, migration.Sql, cancellationToken);
            await using var note = new NpgsqlCommand("INSERT INTO schema_version (version, name) VALUES ($1, $2)", connection);
            note.Parameters.Add(new NpgsqlParameter<int> { TypedValue = migration.Version });
            note.Parameters.Add(new NpgsqlParameter<string> { TypedValue = migration.Name });
            await note.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<int> StoredAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var newest = new NpgsqlCommand("SELECT coalesce(max(version), 0) FROM schema_version", connection);
        return (int)(await newest.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // Only literals and our own migrations come here.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static List<Migration> Known()
    {
        var assembly = typeof(PostgresMigrations).Assembly;
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

    /// <param name="Version">Its number.</param>
    /// <param name="Name">The file's name.</param>
    /// <param name="Sql">What it does.</param>
    private sealed record Migration(int Version, string Name, string Sql);
}
