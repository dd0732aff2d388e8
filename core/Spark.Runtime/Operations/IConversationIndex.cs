using Spark.Runtime.Stores;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Operations;

/// <summary>Reads conversations for operators.</summary>
public interface IConversationIndex
{
    /// <summary>Reads a page of conversations, those changed last first.</summary>
    /// <param name="before">The cursor of the page before; null for the first page.</param>
    /// <param name="limit">The most to read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask<IReadOnlyList<ConversationSummary>> ListAsync(ConversationCursor? before, int limit, CancellationToken cancellationToken);

    /// <summary>The conversation that changed last, at the cost of a row; null when there is none, or no event of it any more.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask<ConversationSummary?> NewestAsync(CancellationToken cancellationToken);

    /// <summary>Reads one conversation; null when there is none.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask<ConversationDetails?> FindAsync(ConversationKey key, CancellationToken cancellationToken);
}
