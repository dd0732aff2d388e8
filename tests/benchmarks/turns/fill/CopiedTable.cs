using Microsoft.Data.Sqlite;

namespace Spark.Benchmarks.Fill;

/// <summary>A table whose rows belong to a conversation, with the rows of the one that is copied.</summary>
internal sealed class CopiedTable
{
    /// <summary>
    /// Columns that hold the row id of a row of the same conversation, with the table that it lies in. Copies must refer to copies.
    /// </summary>
    private static readonly Dictionary<(string Table, string Column), string> RowReferences = new()
    {
        [("conversations", "newest")] = "events",
        [("events", "previous")] = "events",
    };

    private readonly SqliteCommand insert;
    private readonly string[] columns;
    private readonly List<object?[]> rows;
    private readonly List<long> rowIds;
    private long nextRowId;

    public CopiedTable(SqliteConnection connection, string name, byte[] template, bool hasRowIds)
    {
        Name = name;
        HasRowIds = hasRowIds;
        columns = [.. Query(connection, $"SELECT name FROM pragma_table_info('{name}')").Select(row => (string)row[0]!)];
        var list = string.Join(", ", columns);
        rows = Query(connection, $"SELECT {list} FROM {name} WHERE conversation = $key", template);
        rowIds = hasRowIds ? [.. Query(connection, $"SELECT rowid FROM {name} WHERE conversation = $key", template).Select(row => (long)row[0]!)] : [];
        nextRowId = hasRowIds ? 1 + (long)Query(connection, $"SELECT coalesce(max(rowid), 0) FROM {name}")[0][0]! : 0;
        var all = hasRowIds ? columns.Prepend("rowid") : columns;
        insert = Command(connection, $"INSERT INTO {name} ({string.Join(", ", all)}) VALUES ({string.Join(", ", all.Select((_, i) => $"$p{i}"))})");
        for (var i = 0; i < all.Count(); i++)
        {
            insert.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" });
        }

        insert.Prepare();
    }

    public string Name { get; }

    public bool HasRowIds { get; }

    /// <summary>Takes row ids for the next copy: where each of the copied rows will stand.</summary>
    public Dictionary<long, long> TakeRowIds() => rowIds.ToDictionary(id => id, _ => nextRowId++);

    /// <summary>Writes one copy.</summary>
    /// <param name="key">The copy's key.</param>
    /// <param name="externalId">The copy's external id.</param>
    /// <param name="taken">The row ids of this copy, by table.</param>
    public void Copy(byte[] key, string externalId, IReadOnlyDictionary<string, Dictionary<long, long>> taken)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            var at = 0;
            if (HasRowIds)
            {
                insert.Parameters[at++].Value = taken[Name][rowIds[row]];
            }

            for (var i = 0; i < columns.Length; i++)
            {
                insert.Parameters[at++].Value = Value(columns[i], rows[row][i], key, externalId, taken) ?? DBNull.Value;
            }

            insert.ExecuteNonQuery();
        }
    }

    /// <summary>Runs a query of our own making.</summary>
    public static List<object?[]> Query(SqliteConnection connection, string sql, byte[]? key = null)
    {
        using var command = Command(connection, sql);
        if (key is not null)
        {
            command.Parameters.AddWithValue("$key", key);
        }

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
            "conversation" => key,
            "external_id" => externalId,
            _ when value is long row && RowReferences.TryGetValue((Name, column), out var table) => taken[table].GetValueOrDefault(row, row),
            _ => value,
        };
}
