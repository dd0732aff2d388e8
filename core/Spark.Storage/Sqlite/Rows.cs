using System.Text;

namespace Spark.Storage.Sqlite;

/// <summary>The rows of a statement. Disposing of it makes the statement fit for its next use.</summary>
internal readonly ref struct Rows(Statement statement)
{
    public bool Next() => statement.Step();

    public long Long(int column) => statement.Long(column);

    public long? LongOrNull(int column) => statement.IsNull(column) ? null : statement.Long(column);

    public int Int(int column) => (int)statement.Long(column);

    public bool Flag(int column) => statement.Long(column) != 0;

    public DateTimeOffset Time(int column) => DateTimeOffset.FromUnixTimeMilliseconds(statement.Long(column));

    public DateTimeOffset? TimeOrNull(int column) => statement.IsNull(column) ? null : Time(column);

    public string Text(int column) => Encoding.UTF8.GetString(statement.Bytes(column));

    public string? TextOrNull(int column) => statement.IsNull(column) ? null : Text(column);

    /// <summary>The bytes of a value, valid until the next row.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => statement.Bytes(column);

    public void Dispose() => statement.Reset();
}
