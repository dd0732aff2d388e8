using Spark.Channels;
using Spark.Runtime.Files;

namespace Spark.Runtime.Feeds;

/// <summary>Makes the feeds that the host lends to channel instances.</summary>
public sealed class ConversationFeeds(IConversationLog log, FileLinks links)
{
    /// <summary>The feed of one instance.</summary>
    /// <param name="instance">The id of the channel instance.</param>
    public IConversationFeed For(string instance) => new ConversationFeed(instance, log, links);
}
