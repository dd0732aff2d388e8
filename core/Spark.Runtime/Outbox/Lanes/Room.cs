using Microsoft.Extensions.Options;

namespace Spark.Runtime.Outbox.Lanes;

/// <summary>How many effects may be kept in memory, over all lanes.</summary>
internal sealed class Room(IOptions<OutboxOptions> options) : IDisposable
{
    private readonly SemaphoreSlim places = new(options.Value.MostInHand);

    /// <summary>True when half of them are taken: what comes later is not to find them full of what waits.</summary>
    public bool IsScarce => places.CurrentCount <= options.Value.MostInHand / 2;

    /// <summary>How many places are taken.</summary>
    public int Taken => options.Value.MostInHand - places.CurrentCount;

    /// <summary>Takes a place, if there is one.</summary>
    public bool TryTake() => places.Wait(0, CancellationToken.None);

    /// <summary>Waits for places: one, and as many more as are free.</summary>
    public async Task<int> TakeAsync(int most, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        var taken = 1;
        while (taken < most && TryTake())
        {
            taken++;
        }

        return taken;
    }

    /// <summary>Gives places back.</summary>
    public void Release(int count)
    {
        if (count > 0)
        {
            places.Release(count);
        }
    }

    public void Dispose() => places.Dispose();
}
