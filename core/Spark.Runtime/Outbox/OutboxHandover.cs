namespace Spark.Runtime.Outbox;

/// <summary>
/// From the turns to those who do what they want done, in the order of the commits, and before whoever waits for the turn goes on: what
/// the turn has changed about effects in hand holds from then on.
/// </summary>
public sealed class OutboxHandover
{
    private readonly Lock gate = new();
    private readonly Queue<HandedEffects> early = new();
    private volatile Action<HandedEffects>? taker;

    /// <summary>Hands over what was committed. What comes before somebody takes it is kept: it is committed, and bounded by what the start lets in.</summary>
    internal void Hand(HandedEffects effects)
    {
        if (taker is null)
        {
            lock (gate)
            {
                if (taker is null)
                {
                    early.Enqueue(effects);
                    return;
                }
            }
        }

        taker(effects);
    }

    /// <summary>Takes what was handed over so far, and from now on.</summary>
    internal void Open(Action<HandedEffects> take)
    {
        lock (gate)
        {
            while (early.TryDequeue(out var effects))
            {
                take(effects);
            }

            taker = take;
        }
    }
}
