using Spark.Runtime.Stores;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Outbox;

/// <summary>
/// Keeps what is to be done outside. Rows are born and, when a result comes back as an event, ended by turns; the rest goes by here.
/// An open row is in the hands of a node. A write for a row that another node has in hand changes nothing: it is how a node that was
/// away too long is kept from undoing what happened meanwhile. All members throw <see cref="StoreUnavailableException"/> when trying again may help.
/// </summary>
public interface IOutboxStore
{
    /// <summary>Counts an attempt, before its call.</summary>
    /// <param name="node">This node.</param>
    /// <param name="address">The effect.</param>
    /// <param name="attempts">How many attempts have begun with this one.</param>
    /// <param name="status"><see cref="OutboxStatus.Claimed"/>, or <see cref="OutboxStatus.Started"/> for what must not be repeated.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when it is not in this node's hands any more, or has ended.</returns>
    ValueTask<bool> BeginAttemptAsync(long node, EffectAddress address, int attempts, OutboxStatus status, CancellationToken cancellationToken);

    /// <summary>Puts an effect back, to be tried again by this node or to wait for an answer.</summary>
    /// <param name="node">This node.</param>
    /// <param name="entry">The effect, as it is to stand: status, due time, and whether it may have arrived.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when it is not in this node's hands any more, or has ended.</returns>
    ValueTask<bool> PutBackAsync(long node, OutboxEntry entry, string? reason, CancellationToken cancellationToken);

    /// <summary>Ends effects whose results are no events, in one write.</summary>
    /// <param name="node">This node.</param>
    /// <param name="ended">The effects.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask EndAsync(long node, IReadOnlyList<EndedEffect> ended, CancellationToken cancellationToken);

    /// <summary>
    /// Notes that a conversation is not the bot's any more: the open messages of this epoch and older ones that nothing waits for are
    /// cancelled, and the conversation is marked.
    /// </summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="epoch">The epoch of the message that found out.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask MarkLostAsync(ConversationKey conversation, int epoch, CancellationToken cancellationToken);
}
