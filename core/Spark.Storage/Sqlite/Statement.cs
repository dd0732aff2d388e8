using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Spark.Storage.Sqlite;

/// <summary>
/// A prepared statement with numbered parameters (<c>?1</c>, <c>?2</c>, …), used again and again on one connection by one thread at a time.
/// Stands on the library's raw calls: a turn has half a dozen statements, and a command object cost more than what it does.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public Statement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
    }

    /// <summary>Runs it.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Execute(params ReadOnlySpan<object?> values)
    {
        using var rows = Read(values);
        while (rows.Read())
        {
        }

        return raw.sqlite3_changes(database);
    }

    /// <summary>Begins to read its rows. To be ended before it is used again.</summary>
    public Rows Read(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Check(Bind(i + 1, values[i]));
        }

        return new(this);
    }

    /// <summary>The number in the first column of the first row; null when there is no row, or it is null.</summary>
    public long? Number(params ReadOnlySpan<object?> values)
    {
        using var rows = Read(values);
        return rows.Read() && !rows.IsNull(0) ? rows.Number(0) : null;
    }

    /// <summary>The bytes in the first column of the first row; null when there is no row, or it is null.</summary>
    public byte[]? Blob(params ReadOnlySpan<object?> values)
    {
        using var rows = Read(values);
        return rows.Read() && !rows.IsNull(0) ? rows.Bytes(0).ToArray() : null;
    }

    /// <summary>The text in the first column of the first row; null when there is no row, or it is null.</summary>
    public string? Text(params ReadOnlySpan<object?> values)
    {
        using var rows = Read(values);
        return rows.Read() && !rows.IsNull(0) ? rows.Text(0) : null;
    }

    public void Dispose() => statement.Dispose();

    private int Bind(int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        int number => raw.sqlite3_bind_int64(statement, place, number),
        bool flag => raw.sqlite3_bind_int64(statement, place, flag ? 1 : 0),
        string { Length: 0 } => raw.sqlite3_bind_text(statement, place, ""),
        string text => raw.sqlite3_bind_text(statement, place, Encoding.UTF8.GetBytes(text)),
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(statement, place, 0),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot be bound.", nameof(value)),
    };

    private void Check(int result)
    {
        if (result is not raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, database);
        }
    }

    /// <summary>The rows of a statement under way.</summary>
    public readonly struct Rows(Statement owner) : IDisposable
    {
        /// <summary>Goes to the next row. False when there is none.</summary>
        public bool Read()
        {
            var result = raw.sqlite3_step(owner.statement);
            if (result == raw.SQLITE_ROW)
            {
                return true;
            }

            if (result != raw.SQLITE_DONE)
            {
                owner.Check(result);
            }

            return false;
        }

        public bool IsNull(int column) => raw.sqlite3_column_type(owner.statement, column) == raw.SQLITE_NULL;

        public long Number(int column) => raw.sqlite3_column_int64(owner.statement, column);

        public string Text(int column) => raw.sqlite3_column_text(owner.statement, column).utf8_to_string();

        /// <summary>The bytes of a column; gone with the next row.</summary>
        public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(owner.statement, column);

        // Resetting reports the failure of the last step once more, which was thrown already.
        public void Dispose() => _ = raw.sqlite3_reset(owner.statement);
    }
}
