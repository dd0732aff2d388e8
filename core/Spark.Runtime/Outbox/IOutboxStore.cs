using Spark.Runtime.Stores;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Outbox;

/// <summary>
/// Keeps what is to be done outside. Rows are born and, when a result comes back as an event, ended by turns; the rest goes by here.
/// All members throw <see cref="StoreUnavailableException"/> when trying again may help.
/// </summary>
public interface IOutboxStore
{
    /// <summary>Reads the effects that have not ended, by their address.</summary>
    /// <param name="after">The last address of the page before; null for the first page.</param>
    /// <param name="limit">The most to read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<IReadOnlyList<OpenEntry>> ReadOpenAsync(EffectAddress? after, int limit, CancellationToken cancellationToken);

    /// <summary>Counts an attempt, before its call.</summary>
    /// <param name="address">The effect.</param>
    /// <param name="attempts">How many attempts have begun with this one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask BeginAttemptAsync(EffectAddress address, int attempts, CancellationToken cancellationToken);

    /// <summary>Puts an effect back, to be tried again or to wait for an answer.</summary>
    /// <param name="entry">The effect, as it is to stand: status, due time, and whether it may have arrived.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask PutBackAsync(OutboxEntry entry, string? reason, CancellationToken cancellationToken);

    /// <summary>Ends an effect whose result is no event.</summary>
    /// <param name="address">The effect.</param>
    /// <param name="status">How it ended.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask EndAsync(EffectAddress address, OutboxStatus status, string? reason, CancellationToken cancellationToken);

    /// <summary>
    /// Notes that a conversation is not the bot's any more: the open messages of this epoch and older ones that nothing waits for are
    /// cancelled, and the conversation is marked.
    /// </summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="epoch">The epoch of the message that found out.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask MarkLostAsync(ConversationKey conversation, int epoch, CancellationToken cancellationToken);
}
