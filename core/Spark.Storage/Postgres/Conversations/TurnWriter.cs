using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Npgsql;
using Spark.Runtime;
using Spark.Runtime.Outbox;
using Spark.Runtime.Stores;
using Spark.Runtime.Telemetry;
using Spark.Runtime.Turns;
using Spark.Storage.Postgres.Grouping;

namespace Spark.Storage.Postgres.Conversations;

/// <summary>
/// Writes turns and ends of effects: a few writers each take what waits into one transaction. What is spoiled by one of a group is written
/// one by one; what is in doubt is resolved beside the writers, so that they go on.
/// </summary>
internal sealed partial class TurnWriter : IAsyncDisposable
{
    private const int MostCollisions = 3;

    private readonly WorkLine<WriterWork> line;
    private readonly WorkerSessions sessions;
    private readonly CommitsInDoubt doubts;
    private readonly int capacity;
    private readonly int largest;
    private readonly ILogger logger;
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentDictionary<Task, bool> resolving = [];

    public TurnWriter(
        NpgsqlDataSource source, PostgresOptions options, SessionsInDoubt doubts, Func<CancellationToken, ValueTask> prepare, ILogger<TurnWriter> logger)
    {
        capacity = options.Capacity;
        largest = options.LargestBatch;
        this.logger = logger;
        sessions = new(source, prepare);
        this.doubts = new(doubts);
        line = new(options.Writers, options.Capacity, Take, WriteAsync);
    }

    /// <summary>Writes a turn.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was written; later it may be.</exception>
    /// <exception cref="UnstorableTurnException">Nothing was written, and it never will be.</exception>
    public Task<CommitOutcome> CommitAsync(EncodedTurn turn)
    {
        var work = new TurnWork(turn);
        return line.TryAdd(work) ? work.Task : Task.FromException<CommitOutcome>(StoreUnavailableException.QueueIsFull(capacity));
    }

    /// <summary>Ends effects.</summary>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    public Task EndAsync(long node, IReadOnlyList<EndedEffect> ended)
    {
        var work = new EndWork(node, ended);
        return line.TryAdd(work) ? work.Task : Task.FromException(StoreUnavailableException.QueueIsFull(capacity));
    }

    public async ValueTask DisposeAsync()
    {
        await line.DisposeAsync();
        await closing.CancelAsync();
        await Task.WhenAll(resolving.Keys);
        await sessions.DisposeAsync();
        closing.Dispose();
    }

    // A group has one node, one revision, and one turn of a conversation.
    private List<WriterWork> Take(Queue<WriterWork> waiting)
    {
        var group = new List<WriterWork>();
        var keys = new HashSet<ConversationKey>();
        TurnCommit? first = null;
        while (group.Count < largest && waiting.TryPeek(out var next))
        {
            if (next is TurnWork { Commit: { } commit })
            {
                first ??= commit;
                if (commit.Node != first.Node || commit.Revision != first.Revision || !keys.Add(commit.Key))
                {
                    break;
                }
            }

            group.Add(waiting.Dequeue());
        }

        return group;
    }

    private async Task WriteAsync(List<WriterWork> works)
    {
        var fault = await TryAsync(works);
        for (var i = 1; i < MostCollisions && fault is not null && PostgresFaults.IsCollision(fault.Exception); i++)
        {
            fault = await TryAsync(works);
        }

        switch (fault)
        {
            case null:
                break;

            case { IsInDoubt: true, ServerProcess: { } process }:
                ResolveLater(works, process, fault.Exception);
                break;

            case { Exception: var outside } when works.Count == 1 || PostgresFaults.IsOutside(outside) || outside is StoreUnavailableException or OperatorException:
                works.ForEach(work => work.Fail(Tell(outside)));
                break;

            default:
                LogGroupFailed(works.Count, fault.Exception.GetType().Name);
                await WriteOneByOneAsync(works);
                break;
        }
    }

    private async Task WriteOneByOneAsync(List<WriterWork> works)
    {
        foreach (var work in works)
        {
            await WriteAsync([work]);
        }
    }

    private async Task<WorkFault?> TryAsync(List<WriterWork> works)
    {
        var fault = await sessions.TryAsync(session => new CommitGroup(works).WriteAsync(session, CancellationToken.None));
        if (fault is null)
        {
            RuntimeMetrics.BatchWritten(works.Count, line.Waiting);
        }

        return fault;
    }

    private void ResolveLater(List<WriterWork> works, int process, Exception thrown)
    {
        LogInDoubt(works.Count, thrown.GetType().Name);
        var task = ResolveAsync(works, process, thrown);
        resolving[task] = true;
        _ = task.ContinueWith(done => resolving.TryRemove(done, out _), TaskScheduler.Default);
    }

    private async Task ResolveAsync(List<WriterWork> works, int process, Exception thrown)
    {
        await Task.Yield();
        var turns = works.OfType<TurnWork>().ToList();
        var isResolved = turns.Count == 0 || await doubts.ResolveAsync(turns, process, closing.Token);
        foreach (var work in works.Where(work => !IsComplete(work)))
        {
            // It has not arrived, and cannot any more. To end an effect once more does no harm, whatever became of the first time.
            if (!isResolved || work is TurnWork { IsRepeated: true } || !line.TryAddAgain(work))
            {
                work.Fail(Tell(thrown));
            }
            else if (work is TurnWork turn)
            {
                turn.IsRepeated = true;
            }
        }
    }

    private static bool IsComplete(WriterWork work) => work is TurnWork { Task.IsCompleted: true };

    private static Exception Tell(Exception exception) =>
        PostgresFaults.IsMistake(exception) || exception is ArgumentException
            ? new UnstorableTurnException($"PostgreSQL does not take the turn ({exception.GetType().Name}).", exception)
            : PostgresFaults.Translate(exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A group of {Count} writes failed ({Exception}); each was written on its own")]
    private partial void LogGroupFailed(int count, string exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database went away under {Count} writes ({Exception}); their fate is read back")]
    private partial void LogInDoubt(int count, string exception);
}
