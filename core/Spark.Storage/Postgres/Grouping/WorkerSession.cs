using Npgsql;

namespace Spark.Storage.Postgres.Grouping;

/// <summary>A worker's own connection, with the batches that it has prepared. Thrown away after any fault of it.</summary>
internal sealed class WorkerSession(NpgsqlConnection connection) : IAsyncDisposable
{
    private readonly Dictionary<int, PreparedBatch> batches = [];

    /// <summary>The process that serves it in the database.</summary>
    public int ServerProcess { get; } = connection.ProcessID;

    /// <summary>The batch of a shape; the first time it is made of these statements.</summary>
    public PreparedBatch Batch(int shape, Func<int, IEnumerable<string>> statements)
    {
        if (!batches.TryGetValue(shape, out var batch))
        {
            batches[shape] = batch = new(connection, statements(shape));
        }

        return batch;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var batch in batches.Values)
        {
            await batch.DisposeAsync();
        }

        await connection.DisposeAsync();
    }
}
