using System.Diagnostics.CodeAnalysis;

namespace Spark.Runtime.Outbox.Lanes;

/// <summary>
/// What this process is at, under whichever of its ids. A node that lost its lease takes its own rows over anew while calls for them
/// may still be under way: those are waited for rather than repeated.
/// </summary>
internal sealed class EffectsUnderWay
{
    private readonly Lock gate = new();
    private readonly Dictionary<EffectAddress, TaskCompletionSource<bool>?> all = [];

    /// <summary>Takes an effect up; whoever did must <see cref="End"/> it.</summary>
    /// <param name="address">The effect.</param>
    /// <returns>True when it is the caller's now; false when it has ended in other hands of this process meanwhile.</returns>
    public async ValueTask<bool> BeginAsync(EffectAddress address)
    {
        while (!TryBegin(address, out var others))
        {
            if (await others.Task)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Puts an effect down.</summary>
    /// <param name="address">The effect.</param>
    /// <param name="hasEnded">True when there is nothing left to do for it.</param>
    public void End(EffectAddress address, bool hasEnded)
    {
        TaskCompletionSource<bool>? waited;
        lock (gate)
        {
            all.Remove(address, out waited);
        }

        waited?.SetResult(hasEnded);
    }

    private bool TryBegin(EffectAddress address, [NotNullWhen(false)] out TaskCompletionSource<bool>? others)
    {
        lock (gate)
        {
            if (all.TryAdd(address, null))
            {
                others = null;
                return true;
            }

            others = all[address] ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return false;
        }
    }
}
