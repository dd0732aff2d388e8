namespace Spark.Host.Rehearsing;

/// <summary>Counts the writes of a process, and lets it stand still behind one of them, until it is killed.</summary>
/// <param name="stopAfter">The write, from 1; 0 for never.</param>
/// <param name="tell">Told once it stands still.</param>
internal sealed class WriteGate(int stopAfter, Action tell)
{
    private int writes;

    /// <summary>How many writes there were.</summary>
    public int Writes => Volatile.Read(ref writes);

    /// <summary>Waits for ever when no more is to be written.</summary>
    public async ValueTask EnterAsync()
    {
        if (stopAfter > 0 && Writes >= stopAfter)
        {
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
        }
    }

    /// <summary>Something was written.</summary>
    public async ValueTask PassAsync()
    {
        if (Interlocked.Increment(ref writes) is var number && stopAfter > 0 && number >= stopAfter)
        {
            if (number == stopAfter)
            {
                tell();
            }

            await Task.Delay(Timeout.Infinite, CancellationToken.None);
        }
    }
}
