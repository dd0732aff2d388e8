namespace Spark.Channels.Teams.Tests.Support;

/// <summary>A feed that knows no conversation.</summary>
internal sealed class EmptyFeed : IConversationFeed
{
    public ValueTask<FeedPage?> ReadAsync(string conversationId, long after, int limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult<FeedPage?>(null);

    public ValueTask<FeedPage?> ReadLastAsync(string conversationId, long? before, int limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult<FeedPage?>(null);
}
