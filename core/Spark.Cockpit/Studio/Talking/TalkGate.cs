namespace Spark.Cockpit.Studio.Talking;

/// <summary>Lets only so many conversations be tried at once: each may cost a core for seconds, and people's own conversations go before.</summary>
/// <param name="most">How many at once.</param>
/// <param name="patience">How long one waits for its turn.</param>
internal sealed class TalkGate(int most, TimeSpan patience) : IDisposable
{
    private readonly SemaphoreSlim free = new(most, most);

    /// <summary>How many at once.</summary>
    public int Most => most;

    /// <summary>Does something when there is room for it.</summary>
    /// <returns>False when there was none in time, and nothing was done.</returns>
    public async Task<bool> TryAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        if (!await free.WaitAsync(patience, cancellationToken))
        {
            return false;
        }

        try
        {
            await work();
            return true;
        }
        finally
        {
            free.Release();
        }
    }

    public void Dispose() => free.Dispose();
}
