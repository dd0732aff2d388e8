using Npgsql;
using NpgsqlTypes;

namespace Spark.Storage.Postgres.Grouping;

/// <summary>A statement of a batch that is run again and again on one connection; its parameters are filled in their order.</summary>
internal sealed class PreparedStatement(NpgsqlBatchCommand command)
{
    private int filled;

    /// <summary>Begins to fill the parameters anew.</summary>
    public PreparedStatement Begin()
    {
        filled = 0;
        return this;
    }

    /// <summary>Fills the next parameter.</summary>
    public PreparedStatement Put<T>(NpgsqlDbType type, T value)
    {
        if (filled < command.Parameters.Count)
        {
            ((NpgsqlParameter<T>)command.Parameters[filled]).TypedValue = value;
        }
        else
        {
            command.Parameters.Add(new NpgsqlParameter<T> { NpgsqlDbType = type, TypedValue = value });
        }

        filled++;
        return this;
    }

    public PreparedStatement Put(long value) => Put(NpgsqlDbType.Bigint, value);

    public PreparedStatement Put(byte[]?[] values) => Put(NpgsqlDbType.Array | NpgsqlDbType.Bytea, values);

    public PreparedStatement Put(string?[] values) => Put(NpgsqlDbType.Array | NpgsqlDbType.Text, values);

    public PreparedStatement Put(long[] values) => Put(NpgsqlDbType.Array | NpgsqlDbType.Bigint, values);

    public PreparedStatement Put(long?[] values) => Put(NpgsqlDbType.Array | NpgsqlDbType.Bigint, values);

    public PreparedStatement Put(int[] values) => Put(NpgsqlDbType.Array | NpgsqlDbType.Integer, values);

    public PreparedStatement Put(short[] values) => Put(NpgsqlDbType.Array | NpgsqlDbType.Smallint, values);

    public PreparedStatement Put(bool[] values) => Put(NpgsqlDbType.Array | NpgsqlDbType.Boolean, values);
}
