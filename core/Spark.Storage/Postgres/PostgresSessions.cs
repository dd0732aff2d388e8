using Npgsql;
using Spark.Engine.Conversations;
using Spark.Runtime.Stores;

namespace Spark.Storage.Postgres;

/// <summary>The connections for all that is neither the load nor the write of a turn. A bounded number of callers waits for them.</summary>
internal sealed class PostgresSessions(
    NpgsqlDataSource source, SessionsInDoubt doubts, int count, int capacity, Func<CancellationToken, ValueTask> prepare) : IDisposable
{
    private readonly BoundedGate gate = new(count, capacity);

    /// <summary>Runs something on a connection.</summary>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    public async ValueTask<T> RunAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> run, CancellationToken cancellationToken)
    {
        await gate.EnterAsync(cancellationToken);
        try
        {
            await prepare(cancellationToken);
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            return await run(connection, cancellationToken);
        }
        catch (Exception thrown) when (PostgresFaults.IsOutside(thrown))
        {
            throw PostgresFaults.Translate(thrown);
        }
        catch (NewerFormatException newer)
        {
            throw StoreUnavailableException.FormatIsNewer(newer);
        }
        finally
        {
            gate.Leave();
        }
    }

    /// <summary>
    /// Runs a write whose result must not be lost, because nobody would find out about it later: when the connection breaks under it, what
    /// it has done is read back.
    /// </summary>
    /// <param name="run">The write.</param>
    /// <param name="readBack">Reads what the write has done; nothing when it did not happen.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreUnavailableException">Nothing was written; trying again may help.</exception>
    public async ValueTask<T> RunSurelyAsync<T>(
        Func<NpgsqlConnection, CancellationToken, Task<T>> run, Func<NpgsqlConnection, CancellationToken, Task<T>> readBack, CancellationToken cancellationToken)
    {
        var process = default(int?);
        try
        {
            return await RunAsync(
                (connection, token) =>
                {
                    process = connection.ProcessID;
                    return run(connection, token);
                },
                cancellationToken);
        }
        catch (StoreUnavailableException away) when (process is not null && away.InnerException is { } thrown && PostgresFaults.LeavesDoubt(thrown))
        {
            var result = default(T);
            if (!await doubts.ResolveAsync(process.Value, async (connection, token) => result = await readBack(connection, token), cancellationToken))
            {
                throw;
            }

            return result!;
        }
    }

    /// <summary>The rows of a statement.</summary>
    public ValueTask<IReadOnlyList<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params NpgsqlParameter[] parameters) =>
        RunAsync<IReadOnlyList<T>>(async (connection, token) => await connection.ReadAsync(sql, read, token, parameters), cancellationToken);

    /// <summary>How many rows a statement has written.</summary>
    public ValueTask<int> ExecuteAsync(string sql, CancellationToken cancellationToken, params NpgsqlParameter[] parameters) =>
        RunAsync((connection, token) => connection.ExecuteAsync(sql, token, parameters), cancellationToken);

    public void Dispose() => gate.Dispose();
}
