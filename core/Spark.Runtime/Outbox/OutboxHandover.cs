using System.Threading.Channels;

namespace Spark.Runtime.Outbox;

/// <summary>
/// From the turns to the dispatcher, in the order of the commits. Unbounded: what it holds is committed, and the store's own queue has
/// held back the senders before.
/// </summary>
public sealed class OutboxHandover
{
    private readonly Channel<HandedEffects> handed = Channel.CreateUnbounded<HandedEffects>(new() { SingleReader = true });

    /// <summary>Where the dispatcher reads.</summary>
    internal ChannelReader<HandedEffects> Reader => handed.Reader;

    /// <summary>Hands over what was committed.</summary>
    internal void Hand(HandedEffects effects) => handed.Writer.TryWrite(effects);
}
