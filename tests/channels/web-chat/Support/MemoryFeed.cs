using Spark.Messages;

namespace Spark.Channels.WebChat.Tests.Support;

/// <summary>Stores what the channel hands over and lets a test speak for the bot. The watermark counts entries.</summary>
internal sealed class MemoryFeed(TimeProvider time) : IConversationFeed
{
    private readonly Dictionary<string, List<FeedEntry>> conversations = new(StringComparer.Ordinal);

    /// <summary>The limits that readers asked for.</summary>
    public List<int> Limits { get; } = [];

    public ValueTask<FeedPage?> ReadAsync(string conversationId, long after, int limit, CancellationToken cancellationToken)
    {
        Limits.Add(limit);
        if (!conversations.TryGetValue(conversationId, out var entries))
        {
            return ValueTask.FromResult<FeedPage?>(null);
        }

        var page = entries.Skip((int)Math.Min(after, int.MaxValue)).Take(limit).ToList();
        return ValueTask.FromResult<FeedPage?>(new FeedPage(page, after + page.Count));
    }

    public ValueTask<FeedPage?> ReadLastAsync(string conversationId, long? before, int limit, CancellationToken cancellationToken)
    {
        Limits.Add(limit);
        if (!conversations.TryGetValue(conversationId, out var entries))
        {
            return ValueTask.FromResult<FeedPage?>(null);
        }

        var end = (int)Math.Min(before ?? entries.Count, entries.Count);
        var start = Math.Max(0, end - limit);
        return ValueTask.FromResult<FeedPage?>(new FeedPage(entries.GetRange(start, end - start), end) { Start = start });
    }

    public void Store(InboundEvent inbound)
    {
        conversations.TryAdd(inbound.ConversationId, []);
        if (inbound is MessageReceived message && conversations[inbound.ConversationId].TrueForAll(entry => entry.Id != message.MessageId))
        {
            conversations[inbound.ConversationId].Add(new FeedEntry
            {
                Id = message.MessageId,
                FromPerson = true,
                At = time.GetUtcNow(),
                Parts = message.Parts,
                Echo = message.Echo,
            });
        }
    }

    public void BotSays(string conversationId, string id, string? replyTo, params MessagePart[] parts) =>
        conversations[conversationId].Add(new FeedEntry { Id = id, FromPerson = false, At = time.GetUtcNow(), Parts = parts, ReplyTo = replyTo });
}
