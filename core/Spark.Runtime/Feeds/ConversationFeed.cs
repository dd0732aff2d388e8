using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Feeds;

/// <summary>What was said in the conversations of one channel instance. The watermark is the sequence of a turn.</summary>
/// <param name="instance">The id of the channel instance.</param>
/// <param name="log">The log.</param>
internal sealed class ConversationFeed(string instance, IConversationLog log) : IConversationFeed
{
    private const int FewestTurns = 16;
    private const int MostTurns = 256;

    public async ValueTask<FeedPage?> ReadAsync(string conversationId, long after, int limit, CancellationToken cancellationToken)
    {
        var key = ConversationKey.Of(instance, conversationId);
        var entries = new List<FeedEntry>();
        var ids = new Dictionary<long, string>();
        var watermark = Math.Max(after, 0);
        var chunk = Math.Clamp(limit, FewestTurns, MostTurns);
        while (true)
        {
            var slice = await log.ReadAsync(key, watermark, watermark + chunk, cancellationToken);
            if (slice is null)
            {
                return null;
            }

            foreach (var turn in slice.Turns)
            {
                await AddAsync(entries, ids, key, turn, cancellationToken);
                watermark = turn.Sequence;
                if (entries.Count >= limit)
                {
                    return new(entries, watermark);
                }
            }

            if (slice.Turns.Count == 0 && slice.Next is { } next)
            {
                watermark = next - 1;
            }
            else if (slice.Turns.Count == 0 || watermark >= slice.Newest)
            {
                return new(entries, watermark);
            }
        }
    }

    private async ValueTask AddAsync(
        List<FeedEntry> entries, Dictionary<long, string> ids, ConversationKey key, LoggedTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Event is InboundReceived { Inbound: MessageReceived message })
        {
            ids[turn.Sequence] = message.MessageId;
            entries.Add(new()
            {
                Id = message.MessageId,
                FromPerson = true,
                At = turn.Event.At,
                Parts = message.Parts,
                Echo = message.Echo,
            });
        }

        foreach (var entry in turn.Effects)
        {
            if (entry is { Effect: SendMessage answer, Status: not (OutboxStatus.Failed or OutboxStatus.Cancelled) })
            {
                entries.Add(new()
                {
                    Id = entry.Address.Id,
                    FromPerson = false,
                    Agent = answer.Agent,
                    At = entry.CreatedAt,
                    Parts = answer.Parts,
                    ReplyTo = await FindMessageAsync(ids, key, entry.Cause, cancellationToken),
                });
            }
        }
    }

    // The message at the root lies in the same turn, nearly always.
    private async ValueTask<string?> FindMessageAsync(
        Dictionary<long, string> ids, ConversationKey key, long cause, CancellationToken cancellationToken)
    {
        if (ids.TryGetValue(cause, out var known))
        {
            return known;
        }

        var slice = await log.ReadAsync(key, cause - 1, cause, cancellationToken);
        return slice?.Turns is [{ Event: InboundReceived { Inbound: MessageReceived message } }]
            ? ids[cause] = message.MessageId
            : null;
    }
}
