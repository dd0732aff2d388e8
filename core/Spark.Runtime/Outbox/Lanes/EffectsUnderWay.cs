using System.Collections.Concurrent;

namespace Spark.Runtime.Outbox.Lanes;

/// <summary>
/// What this process is at, under whichever of its ids. A node that lost its lease takes its own rows over anew while calls for them
/// may still be under way: those are waited for rather than repeated.
/// </summary>
internal sealed class EffectsUnderWay
{
    private readonly ConcurrentDictionary<EffectAddress, TaskCompletionSource<bool>> all = new();

    /// <summary>Works on an effect, unless it ends in other hands of this process meanwhile.</summary>
    /// <param name="address">The effect.</param>
    /// <param name="work">Gives true when the effect has ended.</param>
    /// <returns>True when the effect has ended.</returns>
    public async Task<bool> RunAsync(EffectAddress address, Func<Task<bool>> work)
    {
        var mine = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        while (all.GetOrAdd(address, mine) is var there && there != mine)
        {
            if (await there.Task)
            {
                return true;
            }
        }

        var hasEnded = false;
        try
        {
            hasEnded = await work();
            return hasEnded;
        }
        finally
        {
            all.TryRemove(address, out _);
            mine.SetResult(hasEnded);
        }
    }
}
