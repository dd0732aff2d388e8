using Spark.Engine.Conversations;
using Spark.Runtime.Stores;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Outbox;

/// <summary>
/// Tells who has what in hand of the open effects, and lets the living take over from the dead. All members throw
/// <see cref="StoreUnavailableException"/> when trying again may help.
/// </summary>
public interface ILaneStore
{
    /// <summary>
    /// Takes over, by their address, open effects of nodes whose lease has run out (by the database's clock), and those in nobody's hands.
    /// They come as they were left: status, attempts and all.
    /// </summary>
    /// <param name="node">Who takes them over.</param>
    /// <param name="after">The last address of the page before; null for the first page.</param>
    /// <param name="limit">The most to take.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<IReadOnlyList<OpenEntry>> TakeOverAsync(long node, EffectAddress? after, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Looks at what stands before an effect in its lane without being in this node's
    /// hands; takes over what belongs to nodes whose lease has run out.
    /// </summary>
    /// <param name="node">This node.</param>
    /// <param name="before">The effect.</param>
    /// <param name="destination">The lane's destination.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<LaneAhead> LookAheadAsync(long node, EffectAddress before, Destination destination, CancellationToken cancellationToken);

    /// <summary>Reads on in a lane: what of it is open and in this node's hands.</summary>
    /// <param name="node">This node.</param>
    /// <param name="conversation">The conversation.</param>
    /// <param name="destination">The lane's destination.</param>
    /// <param name="after">The last effect of it that is known.</param>
    /// <param name="limit">The most to read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<IReadOnlyList<OpenEntry>> ReadLaneAsync(
        long node, ConversationKey conversation, Destination destination, EffectRef after, int limit, CancellationToken cancellationToken);

    /// <summary>Reads on among the actions that are open and in this node's hands, by their address.</summary>
    /// <param name="node">This node.</param>
    /// <param name="after">The last address of the page before; null for the first page.</param>
    /// <param name="limit">The most to read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<IReadOnlyList<OpenEntry>> ReadActionsAsync(long node, EffectAddress? after, int limit, CancellationToken cancellationToken);
}
