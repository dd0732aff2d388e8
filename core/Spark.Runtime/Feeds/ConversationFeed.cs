using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Runtime.Files;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Feeds;

/// <summary>What was said in the conversations of one channel instance. The watermark is the sequence of a turn.</summary>
/// <param name="instance">The id of the channel instance.</param>
/// <param name="log">The log.</param>
/// <param name="links">Makes the addresses of kept files anew: those in the log are over one day.</param>
internal sealed class ConversationFeed(string instance, IConversationLog log, FileLinks links) : IConversationFeed
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

    public async ValueTask<FeedPage?> ReadLastAsync(string conversationId, long? before, int limit, CancellationToken cancellationToken)
    {
        var key = ConversationKey.Of(instance, conversationId);
        var entries = new List<FeedEntry>();
        var ids = new Dictionary<long, string>();
        if ((await log.ReadAsync(key, long.MaxValue - 1, long.MaxValue, cancellationToken))?.Newest is not { } newest)
        {
            return null;
        }

        var last = Math.Clamp(before ?? newest, 0, newest);
        var start = last;
        while (start > 0 && entries.Count < limit)
        {
            var after = Math.Max(0, start - FewestTurns);
            var turns = (await log.ReadAsync(key, after, start, cancellationToken))?.Turns ?? [];

            // Nothing this far down: retention took it, and what was before it too.
            start = turns.Count == 0 ? 0 : after;
            var page = new List<FeedEntry>();
            foreach (var turn in turns)
            {
                await AddAsync(page, ids, key, turn, cancellationToken);
            }

            entries.InsertRange(0, page);
        }

        return new(entries, last) { Start = entries.Count == 0 ? 0 : start };
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
                Parts = await links.RenewAsync(message.Parts, cancellationToken),
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
                    Parts = await links.RenewAsync(answer.Parts, cancellationToken),
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
