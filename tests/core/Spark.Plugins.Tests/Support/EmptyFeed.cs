using Spark.Channels;

namespace Spark.Plugins.Tests.Support;

/// <summary>A feed of conversations in which nothing was said.</summary>
internal sealed class EmptyFeed : IConversationFeed
{
    public ValueTask<FeedPage?> ReadAsync(string conversationId, long after, int limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult<FeedPage?>(null);

    public ValueTask<FeedPage?> ReadLastAsync(string conversationId, long? before, int limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult<FeedPage?>(null);
}
