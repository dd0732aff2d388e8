using Spark.Runtime.Telemetry;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Spark.Runtime.Stores;

namespace Spark.Storage.Sqlite;

/// <summary>
/// The one writer of a database: what waits when it comes round goes into one transaction, so that one flush of the disk pays for all of
/// it. A lone write does not wait for others.
/// </summary>
internal sealed partial class SqliteWriter : IAsyncDisposable
{
    private const int LargestBatch = 256;

    private readonly SqliteConnection connection;
    private readonly WriterStatements statements;
    private readonly WriterState committed = new();
    private readonly SqliteCheckpoints checkpoints;
    private readonly Channel<IWriteWork> waiting;
    private readonly int capacity;
    private readonly ILogger logger;
    private readonly Task pump;
    private long revision;
    private long dataVersion;

    public SqliteWriter(SqliteConnection connection, SqliteCheckpoints checkpoints, int capacity, ILogger logger)
    {
        this.connection = connection;
        this.checkpoints = checkpoints;
        this.capacity = capacity;
        this.logger = logger;
        statements = new(connection);
        Remember();
        waiting = Channel.CreateBounded<IWriteWork>(new BoundedChannelOptions(capacity) { SingleReader = true });
        pump = Task.Run(PumpAsync);
    }

    /// <summary>The revision of the configuration that is on disk.</summary>
    public long Revision => Volatile.Read(ref revision);

    /// <summary>Writes, and completes when it is on disk.</summary>
    /// <param name="execute">What to write. It runs again when something else in its transaction has failed.</param>
    /// <exception cref="StoreUnavailableException">Nothing was written; later it may be.</exception>
    public Task<T> WriteAsync<T>(Func<WriterStatements, T> execute) => WriteAsync(execute, static (statements, it) => it(statements));

    /// <inheritdoc cref="WriteAsync{T}(Func{WriterStatements, T})"/>
    public Task<T> WriteAsync<TArgument, T>(TArgument argument, Func<WriterStatements, TArgument, T> execute)
    {
        var work = new WriteWork<TArgument, T>(argument, execute);
        return waiting.Writer.TryWrite(work)
            ? work.Task
            : Task.FromException<T>(StoreUnavailableException.QueueIsFull(capacity));
    }

    /// <summary>Does something between two transactions, on the writer's connection: what cannot be part of one.</summary>
    /// <exception cref="StoreUnavailableException">It was not done; later it may be.</exception>
    public Task BetweenAsync(Action<SqliteConnection> work)
    {
        var between = new BetweenWrites(work);
        return waiting.Writer.TryWrite(between) ? between.Task : Task.FromException(StoreUnavailableException.QueueIsFull(capacity));
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await pump;
        await checkpoints.DisposeAsync();
        statements.Dispose();
        await connection.DisposeAsync();
    }

    private async Task PumpAsync()
    {
        var batch = new List<IWriteWork>(LargestBatch);
        while (await waiting.Reader.WaitToReadAsync())
        {
            BetweenWrites? between = null;
            while (batch.Count < LargestBatch && between is null && waiting.Reader.TryRead(out var work))
            {
                between = work as BetweenWrites;
                if (between is null)
                {
                    batch.Add(work);
                }
            }

            if (batch.Count > 0)
            {
                Write(batch);
            }

            batch.Clear();
            between?.Run(connection);
            checkpoints.Consider();
        }
    }

    private void Write(List<IWriteWork> batch)
    {
        if (Try(batch) is not { } failure)
        {
            return;
        }

        if (batch.Count == 1)
        {
            Leave([new(batch[0], failure)]);
            return;
        }

        // One of them spoils the transaction: each on its own, so that it fails alone.
        LogBatchFailed(batch.Count, failure.GetType().Name);
        foreach (var work in batch)
        {
            if (Try([work]) is { } own)
            {
                Leave([new(work, own)]);
            }
        }
    }

    private Exception? Try(List<IWriteWork> batch)
    {
        try
        {
            statements.Begin.Run();
            LookForOthers();
            foreach (var work in batch)
            {
                work.Execute(statements);
            }

            statements.Commit.Run();
        }
#pragma warning disable CA1031 // The pump: whatever a write throws is its caller's, and the next one must still be written.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            Undo();
            return SqliteFaults.Translate(thrown);
        }

        Remember();
        RuntimeMetrics.BatchWritten(batch.Count, waiting.Reader.Count);
        Leave([.. batch.Select(work => new Outcome(work, null))]);
        return null;
    }

    // Whoever waits goes on beside the writer, and one after the other: a turn goes on for microseconds, to hand each to a thread of its
    // own would cost more than that.
    private static void Leave(Outcome[] outcomes) => ThreadPool.UnsafeQueueUserWorkItem(
        static outcomes =>
        {
            foreach (var (work, failure) in outcomes)
            {
                if (failure is null)
                {
                    work.Complete();
                }
                else
                {
                    work.Fail(failure);
                }
            }
        },
        outcomes,
        preferLocal: false);

    // The data folder's lock keeps other hosts out, but nobody keeps a person from repairing something by hand while this one runs.
    private void LookForOthers()
    {
        if (statements.DataVersion.Number() is { } version && version != dataVersion)
        {
            dataVersion = version;
            statements.ReadState();
        }
    }

    private void Remember()
    {
        committed.CopyFrom(statements.State);
        Volatile.Write(ref revision, committed.Revision);
    }

    private void Undo()
    {
        statements.State.CopyFrom(committed);
        statements.Reset();
        try
        {
            statements.Rollback.Run();
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself already, or no transaction had begun.
        }
    }

    private readonly record struct Outcome(IWriteWork Work, Exception? Failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A batch of {Count} writes failed ({Exception}); each was written on its own")]
    private partial void LogBatchFailed(int count, string exception);
}
