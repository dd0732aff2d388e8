using Npgsql;

namespace Spark.Storage.Postgres.Grouping;

/// <summary>Statements that go together: one round trip, one transaction.</summary>
internal sealed class PreparedBatch : IAsyncDisposable
{
    private readonly NpgsqlBatch batch;
    private bool isPrepared;

    public PreparedBatch(NpgsqlConnection connection, IEnumerable<string> statements)
    {
        batch = new NpgsqlBatch(connection);
        var prepared = new List<PreparedStatement>();
        foreach (var sql in statements)
        {
            var command = new NpgsqlBatchCommand(sql);
            batch.BatchCommands.Add(command);
            prepared.Add(new(command));
        }

        Statements = prepared;
    }

    public IReadOnlyList<PreparedStatement> Statements { get; }

    /// <summary>Runs the statements with the parameters that were filled in. The transaction is committed when the reader has been disposed of.</summary>
    public async Task<NpgsqlDataReader> ExecuteAsync(CancellationToken cancellationToken)
    {
        if (!isPrepared)
        {
            await batch.PrepareAsync(cancellationToken);
            isPrepared = true;
        }

        return await batch.ExecuteReaderAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => batch.DisposeAsync();
}
