using Spark.Runtime.Turns;

namespace Spark.Runtime.Feeds;

/// <summary>Reads what happened in a conversation.</summary>
public interface IConversationLog
{
    /// <summary>Reads turns by their sequence.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="after">The sequence before the first turn to read.</param>
    /// <param name="last">The sequence of the last turn to read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The turns in order; null when there is no such conversation.</returns>
    ValueTask<LogSlice?> ReadAsync(ConversationKey key, long after, long last, CancellationToken cancellationToken);
}
