using System.Text;
using Npgsql;

namespace Spark.Tests;

/// <summary>All that a database holds, as text in which something can be looked for: bytes as Latin-1.</summary>
public static class DatabaseDump
{
    /// <summary>The files of a SQLite database as they lie on the disk, with all that was deleted and not yet written over.</summary>
    public static string OfFiles(string folder) => string.Concat(Directory.EnumerateFiles(folder, "spark.db*").Select(file => Encoding.Latin1.GetString(ReadShared(file))));

    /// <summary>Every column of every row of every table of a PostgreSQL database.</summary>
    public static async Task<string> OfPostgresAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        var tables = new List<string>();
        await using (var list = new NpgsqlCommand("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'", connection))
        await using (var names = await list.ExecuteReaderAsync(cancellationToken))
        {
            while (await names.ReadAsync(cancellationToken))
            {
                tables.Add(names.GetString(0));
            }
        }

        tables.Count.ShouldBeGreaterThan(20, "else this looks nowhere");
        var dump = new StringBuilder();
        foreach (var table in tables)
        {
#pragma warning disable CA2100 // Names that the database has told.
            await using var command = new NpgsqlCommand($"SELECT * FROM {table}", connection);
#pragma warning restore CA2100
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
            {
                for (var column = 0; column < rows.FieldCount; column++)
                {
                    dump.Append(table).Append('.').Append(rows.GetName(column)).Append(": ").Append(Text(rows.GetValue(column))).Append('\n');
                }
            }
        }

        return dump.ToString();
    }

    private static string Text(object value) => Encoding.Latin1.GetString(value as byte[] ?? Encoding.UTF8.GetBytes(value.ToString() ?? ""));

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var read = new MemoryStream();
        stream.CopyTo(read);
        return read.ToArray();
    }
}
