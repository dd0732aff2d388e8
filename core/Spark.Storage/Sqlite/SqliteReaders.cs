using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Spark.Engine.Conversations;
using Spark.Runtime.Stores;

namespace Spark.Storage.Sqlite;

/// <summary>A few connections for reading, beside the writer: in WAL mode neither waits for the other.</summary>
/// <param name="path">The database's file.</param>
/// <param name="count">How many connections.</param>
/// <param name="capacity">How many reads may wait for one before callers are sent away.</param>
internal sealed class SqliteReaders(string path, int count, int capacity) : IAsyncDisposable
{
    private readonly BoundedGate gate = new(count, capacity);
    private readonly ConcurrentBag<ReaderStatements> idle = [];

    /// <summary>Reads.</summary>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    public async ValueTask<T> ReadAsync<T>(Func<ReaderStatements, T> read, CancellationToken cancellationToken)
    {
        await gate.EnterAsync(cancellationToken);
        ReaderStatements? statements = null;
        var isRead = false;
        try
        {
            if (!idle.TryTake(out statements))
            {
                statements = new ReaderStatements(SqliteConnections.Open(path));
            }

            var result = read(statements);
            isRead = true;
            return result;
        }
        catch (SqliteException thrown)
        {
            throw SqliteFaults.Translate(thrown);
        }
        catch (NewerFormatException newer)
        {
            throw StoreUnavailableException.FormatIsNewer(newer);
        }
        finally
        {
            if (statements is not null && !isRead)
            {
                // What it was in the middle of is not known.
                await statements.DisposeAsync();
            }
            else if (statements is not null)
            {
                idle.Add(statements);
            }

            gate.Leave();
        }
    }

    /// <summary>Reads with several statements that see one moment.</summary>
    public ValueTask<T> ReadAtOnceAsync<T>(Func<ReaderStatements, T> read, CancellationToken cancellationToken) =>
        ReadAsync(
            statements =>
            {
                statements.Begin.Run();
                var result = read(statements);
                statements.End.Run();
                return result;
            },
            cancellationToken);

    public async ValueTask DisposeAsync()
    {
        while (idle.TryTake(out var statements))
        {
            await statements.DisposeAsync();
        }

        gate.Dispose();
    }
}
