using Spark.Runtime.Stores;

namespace Spark.Runtime.Turns;

/// <summary>Keeps conversations.</summary>
public interface IConversationStore
{
    /// <summary>Reads what a turn starts from, without a lock.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="keys">The keys of the event.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    ValueTask<LoadedConversation> LoadAsync(ConversationKey key, IReadOnlyList<SeenKey> keys, CancellationToken cancellationToken);

    /// <summary>
    /// Writes a turn, if the conversation is still as it was loaded, none of the event's keys was seen, the node's lease runs and the
    /// revision is the stored one. Looks for the keys itself: the caller may know the state without having loaded it just now.
    /// A commit whose fate is in doubt is resolved by reading back before this returns.
    /// </summary>
    /// <param name="commit">The turn.</param>
    /// <param name="cancellationToken">Ends the wait, not the write: whoever stops waiting cannot know what became of it.</param>
    /// <exception cref="StoreUnavailableException">Nothing was written; later it may be.</exception>
    /// <exception cref="UnstorableTurnException">Nothing was written, and this turn never will be.</exception>
    ValueTask<CommitOutcome> CommitAsync(TurnCommit commit, CancellationToken cancellationToken);
}
