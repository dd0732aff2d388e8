using Spark.Runtime.Stores;

namespace Spark.Storage;

/// <summary>Lets so many in at once, and keeps a bounded number of others waiting for a place.</summary>
/// <param name="places">How many may be in.</param>
/// <param name="capacity">How many may wait.</param>
internal sealed class BoundedGate(int places, int capacity) : IDisposable
{
    private readonly SemaphoreSlim free = new(places, places);
    private int waiting;

    /// <summary>Takes a place, which is given back by <see cref="Leave"/>.</summary>
    /// <exception cref="StoreUnavailableException">Too many wait already.</exception>
    public async ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref waiting) > capacity)
        {
            Interlocked.Decrement(ref waiting);
            throw StoreUnavailableException.QueueIsFull(capacity);
        }

        try
        {
            await free.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    public void Leave() => free.Release();

    public void Dispose() => free.Dispose();
}
