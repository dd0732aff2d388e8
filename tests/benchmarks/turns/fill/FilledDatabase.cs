using System.Globalization;
using Microsoft.Data.Sqlite;
using Spark.Runtime.Turns;
using SQLitePCL;

namespace Spark.Benchmarks.Fill;

/// <summary>A SQLite file that gets as many conversations as a benchmark wants, without a turn for each.</summary>
internal sealed class FilledDatabase : IDisposable
{
    private const int AtOnce = 5_000;

    private readonly SqliteConnection connection;

    public FilledDatabase(string path)
    {
        Batteries_V2.Init();
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        Run("PRAGMA synchronous = OFF");
        Run("PRAGMA cache_size = -400000");
    }

    /// <summary>Copies the conversation that is there.</summary>
    /// <param name="count">How many conversations there are to be.</param>
    /// <param name="prefix">Their external ids are this and a number from 0.</param>
    public void Fill(int count, string prefix)
    {
        if (CopiedTable.Query(connection, "SELECT conversation, instance FROM conversations") is not [[byte[] template, string instance]])
        {
            throw new InvalidOperationException("The file must hold exactly one conversation: the one to copy.");
        }

        var tables = Tables(template);
        var copies = Enumerable.Range(0, count)
            .Select(i => prefix + i.ToString(CultureInfo.InvariantCulture))
            .Select(id => (Key: ConversationKey.Of(instance, id), Id: id))
            .OrderBy(copy => copy.Key)
            .Chunk(AtOnce);
        foreach (var chunk in copies)
        {
            // In the order of keys: tables that are ordered by them grow at one end.
            Run("BEGIN IMMEDIATE");
            foreach (var (key, id) in chunk)
            {
                var taken = tables.Where(table => table.HasRowIds).ToDictionary(table => table.Name, table => table.TakeRowIds(), StringComparer.Ordinal);
                tables.ForEach(table => table.Copy(key.ToBytes(), id, taken));
            }

            Run("COMMIT");
        }

        Run("PRAGMA wal_checkpoint(TRUNCATE)");
        Run("PRAGMA optimize");
    }

    public void Dispose() => connection.Dispose();

    private List<CopiedTable> Tables(byte[] template) =>
    [
        .. CopiedTable.Query(connection, "SELECT name, sql FROM sqlite_schema WHERE type = 'table'")
            .Select(row => (Name: (string)row[0]!, Sql: (string)row[1]!))
            .Where(table => CopiedTable.Query(connection, $"SELECT 1 FROM pragma_table_info('{table.Name}') WHERE name = 'conversation'").Count > 0)
            .Select(table => new CopiedTable(connection, table.Name, template, !table.Sql.Contains("WITHOUT ROWID", StringComparison.OrdinalIgnoreCase))),
    ];

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only literals come here.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
