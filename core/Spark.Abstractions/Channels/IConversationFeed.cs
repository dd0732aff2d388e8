namespace Spark.Channels;

/// <summary>Reads what was said in a conversation of one channel instance, both ways and in order.</summary>
public interface IConversationFeed
{
    /// <summary>Reads the entries after a watermark.</summary>
    /// <param name="conversationId">The conversation, as the channel named it.</param>
    /// <param name="after">The watermark of an earlier page; 0 for the beginning.</param>
    /// <param name="limit">The most entries to return; a turn is never split, so a page may be a little longer.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page; null when there is no such conversation.</returns>
    ValueTask<FeedPage?> ReadAsync(string conversationId, long after, int limit, CancellationToken cancellationToken);

    /// <summary>Reads the last entries before a watermark. Since contract 1.4.</summary>
    /// <param name="conversationId">The conversation, as the channel named it.</param>
    /// <param name="before">The <see cref="FeedPage.Start"/> of a later page; null for the end.</param>
    /// <param name="limit">The most entries to return; a turn is never split, so a page may be a little longer.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page, oldest first; null when there is no such conversation.</returns>
    ValueTask<FeedPage?> ReadLastAsync(string conversationId, long? before, int limit, CancellationToken cancellationToken);
}
