using Spark.Runtime.Stores;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Escalation;

/// <summary>Keeps the attempts to open tickets: what was begun is found again by whoever comes after, also after a crash.</summary>
public interface IEscalationStore
{
    /// <summary>Notes that an attempt begins. Committed when it returns.</summary>
    /// <param name="record">The attempt; its number is one more than the caller has seen.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when the conversation has an attempt of that number, or the effect has one already.</returns>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask<bool> BeginAsync(EscalationRecord record, CancellationToken cancellationToken);

    /// <summary>Notes what an attempt came to; a later word of the same attempt takes the place of the one before.</summary>
    /// <param name="record">The attempt with its result.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask EndAsync(EscalationRecord record, CancellationToken cancellationToken);

    /// <summary>The attempts of a conversation, the oldest first.</summary>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask<IReadOnlyList<EscalationRecord>> ListAsync(ConversationKey conversation, CancellationToken cancellationToken);
}
