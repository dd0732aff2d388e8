using System.Collections.Concurrent;
using Npgsql;

namespace Spark.Storage.Postgres.Grouping;

/// <summary>The connections of a line's workers: opened when they are needed, kept as long as they do their work.</summary>
internal sealed class WorkerSessions(NpgsqlDataSource source, Func<CancellationToken, ValueTask> prepare) : IAsyncDisposable
{
    private readonly ConcurrentBag<WorkerSession> idle = [];

    /// <summary>Does a group's work on a connection.</summary>
    /// <returns>Null when it is done.</returns>
    public async Task<WorkFault?> TryAsync(Func<WorkerSession, Task> work)
    {
        WorkerSession? session = null;
        try
        {
            session = await TakeAsync();
            await work(session);
            idle.Add(session);
            return null;
        }
#pragma warning disable CA1031 // The pump: whatever a piece of work throws is its caller's, and the next one must still be done.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            var fault = new WorkFault(thrown, session?.ServerProcess);
            if (session is not null)
            {
                await DropAsync(session, fault.IsInDoubt);
            }

            return fault;
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (idle.TryTake(out var session))
        {
            await session.DisposeAsync();
        }
    }

    private async ValueTask<WorkerSession> TakeAsync()
    {
        if (idle.TryTake(out var session))
        {
            return session;
        }

        await prepare(CancellationToken.None);
        return new(await source.OpenConnectionAsync());
    }

    // When its server is gone, so are the others that wait here: they go too.
    private async ValueTask DropAsync(WorkerSession session, bool isServerGone)
    {
        await session.DisposeAsync();
        if (isServerGone)
        {
            source.Clear();
            await DisposeAsync();
        }
    }
}
