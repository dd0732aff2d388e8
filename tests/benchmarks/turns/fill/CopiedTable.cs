using Microsoft.Data.Sqlite;

namespace Spark.Benchmarks.Fill;

/// <summary>A table whose rows belong to a conversation, with the rows of the one that is copied.</summary>
internal sealed class CopiedTable
{
    /// <summary>The table of the conversations themselves.</summary>
    public const string Conversations = "conversations";

    private const string SearchWords = "search_words";

    /// <summary>Columns that hold the id of a row, with the table that it lies in. Copies must refer to copies.</summary>
    private static readonly Dictionary<(string Table, string Column), string> References = new()
    {
        [(Conversations, "id")] = Conversations,
        [(Conversations, "last_event")] = "events",
        [("events", "id")] = "events",
        [("events", "conversation")] = Conversations,
        [("events", "previous")] = "events",
        [("events", "first_effect")] = "outbox",
        [("outbox", "id")] = "outbox",
        [("outbox", "event")] = "events",
        [("episodes", "conversation")] = Conversations,
        [(SearchWords, "conversation")] = Conversations,
        [("seen", "conversation")] = Conversations,
        [("timers", "conversation")] = Conversations,
    };

    /// <summary>Columns that hold the conversation's key.</summary>
    private static readonly HashSet<(string Table, string Column)> Keys = [(Conversations, "key"), ("outbox", "conversation")];

    private readonly SqliteCommand insert;
    private readonly string[] columns;
    private readonly List<object?[]> rows;
    private readonly List<long> ids;
    private long nextId;

    /// <param name="connection">The database.</param>
    /// <param name="name">The table.</param>
    /// <param name="id">The row id of the conversation that is copied.</param>
    /// <param name="key">Its key.</param>
    public CopiedTable(SqliteConnection connection, string name, long id, byte[] key)
    {
        Name = name;
        columns = [.. Query(connection, $"SELECT name FROM pragma_table_info('{name}')").Select(row => (string)row[0]!)];
        var owner = name == Conversations ? "id = $id" : Keys.Contains((name, "conversation")) ? "conversation = $key" : "conversation = $id";
        rows = Query(connection, $"SELECT {string.Join(", ", columns)} FROM {name} WHERE {owner}", id, key);
        if (name == SearchWords)
        {
            // One is enough of them: the name on the channel, which is the copy's own.
            rows = [.. rows.Take(1)];
        }

        var at = Array.IndexOf(columns, "id");
        ids = at < 0 ? [] : [.. rows.Select(row => (long)row[at]!)];
        nextId = at < 0 ? 0 : 1 + (long)Query(connection, $"SELECT coalesce(max(id), 0) FROM {name}")[0][0]!;
        insert = Command(connection, $"INSERT INTO {name} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})");
        for (var i = 0; i < columns.Length; i++)
        {
            insert.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" });
        }

        insert.Prepare();
    }

    public string Name { get; }

    /// <summary>Takes ids for the next copy: where each of the copied rows will stand.</summary>
    public Dictionary<long, long> TakeIds() => ids.ToDictionary(id => id, _ => nextId++);

    /// <summary>Writes one copy.</summary>
    /// <param name="key">The copy's key.</param>
    /// <param name="externalId">The copy's external id.</param>
    /// <param name="taken">The ids of this copy, by table.</param>
    public void Copy(byte[] key, string externalId, IReadOnlyDictionary<string, Dictionary<long, long>> taken)
    {
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                insert.Parameters[i].Value = Value(columns[i], row[i], key, externalId, taken) ?? DBNull.Value;
            }

            insert.ExecuteNonQuery();
        }
    }

    /// <summary>Runs a query of our own making.</summary>
    public static List<object?[]> Query(SqliteConnection connection, string sql, long id = 0, byte[]? key = null)
    {
        using var command = Command(connection, sql);
        command.Parameters.AddWithValue("$id", id);
        command.Parameters.AddWithValue("$key", key ?? []);
        using var reader = command.ExecuteReader();
        var found = new List<object?[]>();
        while (reader.Read())
        {
            found.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        }

        return found;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Made of the schema's own names.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private object? Value(string column, object? value, byte[] key, string externalId, IReadOnlyDictionary<string, Dictionary<long, long>> taken) =>
        column switch
        {
            "external_id" => externalId,
            "word" when Name == SearchWords => externalId,
            _ when Keys.Contains((Name, column)) => key,
            _ when value is long id && References.TryGetValue((Name, column), out var table) => taken[table].GetValueOrDefault(id, id),
            _ => value,
        };
}
