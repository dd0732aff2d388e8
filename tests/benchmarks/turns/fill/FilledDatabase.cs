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
        if (CopiedTable.Query(connection, "SELECT id, key, instance FROM conversations") is not [[long id, byte[] template, string instance]])
        {
            throw new InvalidOperationException("The file must hold exactly one conversation: the one to copy.");
        }

        var tables = Tables(id, template);
        var copies = Enumerable.Range(0, count)
            .Select(i => prefix + i.ToString(CultureInfo.InvariantCulture))
            .Select(name => (Key: ConversationKey.Of(instance, name), Name: name))
            .OrderBy(copy => copy.Key)
            .Chunk(AtOnce);
        foreach (var chunk in copies)
        {
            // In the order of keys: tables that are ordered by them grow at one end.
            Run("BEGIN IMMEDIATE");
            foreach (var (key, name) in chunk)
            {
                var taken = tables.ToDictionary(table => table.Name, table => table.TakeIds(), StringComparer.Ordinal);
                tables.ForEach(table => table.Copy(key.ToBytes(), name, taken));
            }

            Run("COMMIT");
        }

        Run("PRAGMA wal_checkpoint(TRUNCATE)");
        Run("PRAGMA optimize");
    }

    public void Dispose() => connection.Dispose();

    private List<CopiedTable> Tables(long id, byte[] template) =>
    [
        .. CopiedTable.Query(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'")
            .Select(row => (string)row[0]!)
            .Where(name => name == CopiedTable.Conversations
                || CopiedTable.Query(connection, $"SELECT 1 FROM pragma_table_info('{name}') WHERE name = 'conversation'").Count > 0)
            .Select(name => new CopiedTable(connection, name, id, template)),
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
