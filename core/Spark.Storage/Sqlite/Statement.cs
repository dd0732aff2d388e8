using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Spark.Storage.Sqlite;

/// <summary>
/// A prepared statement, used again and again on one connection by one thread at a time: bind its parameters (<c>?1</c>, <c>?2</c>, …) in
/// their order, then run or read it. Values go to SQLite as they are, without boxes: a turn takes a dozen statements.
/// </summary>
internal sealed class Statement(sqlite3 database, string sql) : IDisposable
{
    private const int Stack = 512;

    private sqlite3_stmt? prepared;
    private int bound;

    public string Sql => sql;

    private sqlite3_stmt Prepared => prepared ??= Prepare();

    public Statement Bind(long value) => Checked(raw.sqlite3_bind_int64(Prepared, ++bound, value));

    public Statement Bind(long? value) => value is { } some ? Bind(some) : BindNull();

    public Statement Bind(bool value) => Bind(value ? 1L : 0L);

    public Statement Bind(byte[]? value) => value is null ? BindNull() : Bind(value.AsSpan());

    public Statement Bind(ReadOnlySpan<byte> value) => Checked(raw.sqlite3_bind_blob(Prepared, ++bound, value));

    public Statement Bind(string? value)
    {
        if (value is null)
        {
            return BindNull();
        }

        if (value.Length == 0)
        {
            return Checked(raw.sqlite3_bind_text(Prepared, ++bound, value));
        }

        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        byte[]? rented = null;
        var bytes = most <= Stack ? stackalloc byte[Stack] : (rented = ArrayPool<byte>.Shared.Rent(most));
        var length = Encoding.UTF8.GetBytes(value, bytes);
        var code = raw.sqlite3_bind_text(Prepared, ++bound, bytes[..length]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return Checked(code);
    }

    /// <summary>Runs it to its end.</summary>
    /// <returns>How many rows it has changed.</returns>
    public int Run()
    {
        while (Step())
        {
        }

        return raw.sqlite3_changes(database);
    }

    /// <summary>Reads its rows; what is returned must be disposed of before the statement is used again.</summary>
    public Rows Read() => new(this);

    /// <summary>The first column of the first row; null when there is no row, or it is null.</summary>
    public long? Number()
    {
        using var rows = Read();
        return rows.Next() ? rows.LongOrNull(0) : null;
    }

    /// <summary>Makes it fit for its next use, whatever has happened.</summary>
    public void Reset()
    {
        bound = 0;
        if (prepared is not null)
        {
            raw.sqlite3_reset(prepared);
        }
    }

    public void Dispose() => prepared?.Dispose();

    /// <summary>Goes to the next row; after the last one the statement is fit for its next use.</summary>
    internal bool Step()
    {
        var code = raw.sqlite3_step(Prepared);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        var kept = code == raw.SQLITE_DONE ? null : Fault(code);
        Reset();
        return kept is null ? false : throw kept;
    }

    internal long Long(int column) => raw.sqlite3_column_int64(Prepared, column);

    internal bool IsNull(int column) => raw.sqlite3_column_type(Prepared, column) == raw.SQLITE_NULL;

    /// <summary>The bytes of a value, valid until the next step.</summary>
    internal ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(Prepared, column);

    private Statement BindNull() => Checked(raw.sqlite3_bind_null(Prepared, ++bound));

    private sqlite3_stmt Prepare()
    {
        var code = raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement);
        return code == raw.SQLITE_OK ? statement : throw Fault(code);
    }

    private Statement Checked(int code)
    {
        if (code == raw.SQLITE_OK)
        {
            return this;
        }

        var fault = Fault(code);
        Reset();
        throw fault;
    }

    private SqliteException Fault(int code) => new(
        $"SQLite Error {code}: '{raw.sqlite3_errmsg(database).utf8_to_string()}'.", code, raw.sqlite3_extended_errcode(database));
}
