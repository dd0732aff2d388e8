namespace Spark.Storage.Postgres.Grouping;

/// <summary>
/// Work that waits, and a few workers that each take as much of it as one round trip carries. A lone piece is taken at once; what comes
/// while a worker is on its way gathers, so that the load itself makes the groups. A further worker sets out when enough has gathered: many
/// small groups cost the database and us three times as much as a few large ones. No worker waits where there is nothing to do.
/// </summary>
/// <param name="workers">How many groups are on their way at once.</param>
/// <param name="capacity">How many pieces may wait.</param>
/// <param name="take">Takes a group from the front; at least one piece.</param>
/// <param name="run">Does a group's work. Throws nothing.</param>
internal sealed class WorkLine<T>(int workers, int capacity, Func<Queue<T>, List<T>> take, Func<List<T>, Task> run) : IAsyncDisposable
{
    /// <summary>How much has to wait, for each worker on its way, before a further one sets out.</summary>
    private const int Gathering = 16;

    private readonly Lock gate = new();
    private readonly Queue<T> waiting = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int active;
    private bool isClosed;

    /// <summary>How many pieces wait for a worker.</summary>
    public int Waiting
    {
        get
        {
            lock (gate)
            {
                return waiting.Count;
            }
        }
    }

    /// <summary>Adds a piece of work. False when too much waits already, or the line is closed.</summary>
    public bool TryAdd(T work) => Add(work, capacity);

    /// <summary>Adds a piece that was taken before, however much waits.</summary>
    public bool TryAddAgain(T work) => Add(work, int.MaxValue);

    /// <summary>Takes nothing more, and waits for what is under way.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            isClosed = true;
            if (active == 0)
            {
                ended.TrySetResult();
            }
        }

        await ended.Task;
    }

    private bool Add(T work, int most)
    {
        lock (gate)
        {
            if (isClosed || waiting.Count >= most)
            {
                return false;
            }

            waiting.Enqueue(work);
            if (active == workers || (active > 0 && waiting.Count < active * Gathering))
            {
                return true;
            }

            active++;
        }

        _ = Task.Run(DrainAsync);
        return true;
    }

    private async Task DrainAsync()
    {
        while (Take() is { } group)
        {
            await run(group);
        }
    }

    private List<T>? Take()
    {
        lock (gate)
        {
            if (waiting.Count > 0)
            {
                return take(waiting);
            }

            if (--active == 0 && isClosed)
            {
                ended.TrySetResult();
            }

            return null;
        }
    }
}
