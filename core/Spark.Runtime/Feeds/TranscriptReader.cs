using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Messages;
using Spark.Offload;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Feeds;

/// <summary>Reads the last lines of a conversation, both ways, as text.</summary>
internal sealed class TranscriptReader(IConversationLog log)
{
    /// <summary>What "all" means: no desk shows more, and no request carries it.</summary>
    private const int MostLines = 1_000;
    private const int Page = 64;

    /// <param name="key">The conversation.</param>
    /// <param name="upTo">The last turn that counts.</param>
    /// <param name="lines">How many lines.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<IReadOnlyList<TranscriptLine>> ReadAsync(ConversationKey key, long upTo, int lines, CancellationToken cancellationToken)
    {
        var wanted = Math.Min(lines, MostLines);
        var found = new List<TranscriptLine>();
        var last = upTo;
        while (found.Count < wanted && last > 0)
        {
            var after = Math.Max(0, last - Page);
            var slice = await log.ReadAsync(key, after, last, cancellationToken);
            found.InsertRange(0, slice?.Turns.SelectMany(LinesOf) ?? []);
            last = after;
        }

        return found.Count > wanted ? found.GetRange(found.Count - wanted, wanted) : found;
    }

    private static IReadOnlyList<MessagePart> PartsOf(InboundEvent inbound) => inbound switch
    {
        MessageReceived message => message.Parts,
        ConversationForwarded forwarded => forwarded.Parts,
        _ => [],
    };

    private static IEnumerable<TranscriptLine> LinesOf(LoggedTurn turn)
    {
        if (turn.Event is InboundReceived { Inbound: var inbound } && PlainText.Render(PartsOf(inbound)) is { Length: > 0 } said)
        {
            yield return new() { At = turn.Event.At, FromPerson = true, Text = said };
        }

        if (turn.Event is InboundReceived { Inbound: ConversationClosed closed })
        {
            foreach (var line in closed.Transcript)
            {
                yield return line;
            }
        }

        foreach (var entry in turn.Effects)
        {
            if (entry is { Effect: SendMessage answer, Status: not (OutboxStatus.Failed or OutboxStatus.Cancelled) }
                && PlainText.Render(answer.Parts) is { Length: > 0 } answered)
            {
                yield return new() { At = entry.CreatedAt, FromPerson = false, Agent = answer.Agent, Text = answered };
            }
        }
    }
}
