using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Messages;
using Spark.Offload;
using Spark.Runtime.Files;
using Spark.Runtime.Offload;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Feeds;

/// <summary>Reads the last lines of a conversation, both ways, as text, without the addresses that let the person in elsewhere.</summary>
internal sealed class TranscriptReader(IConversationLog log, FileLinks links)
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
        var signer = await links.OpenAsync(cancellationToken);
        while (found.Count < wanted && last > 0)
        {
            var after = Math.Max(0, last - Page);
            var slice = await log.ReadAsync(key, after, last, cancellationToken);
            var mask = LinkMask.Of(slice?.Turns ?? []);
            found.InsertRange(0, slice?.Turns.SelectMany(turn => LinesOf(turn, signer)).Select(line => line with { Text = mask.Apply(line.Text) }) ?? []);
            last = after;
        }

        return found.Count > wanted ? found.GetRange(found.Count - wanted, wanted) : found;
    }

    private static IReadOnlyList<MessagePart> Renewed(IReadOnlyList<MessagePart> parts, FileSigner? signer) => signer?.Renew(parts) ?? parts;

    private static IReadOnlyList<MessagePart> PartsOf(InboundEvent inbound) => inbound switch
    {
        MessageReceived message => message.Parts,
        ConversationForwarded forwarded => forwarded.Parts,
        _ => [],
    };

    /// <summary>What was said in a turn, both ways; with links to files that lead to them, or, without a signer, as they were kept.</summary>
    internal static IEnumerable<TranscriptLine> LinesOf(LoggedTurn turn, FileSigner? signer)
    {
        if (turn.Event is InboundReceived { Inbound: var inbound } && PlainText.Render(Renewed(PartsOf(inbound), signer)) is { Length: > 0 } said)
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
                && PlainText.Render(Renewed(answer.Parts, signer)) is { Length: > 0 } answered)
            {
                yield return new() { At = entry.CreatedAt, FromPerson = false, Agent = answer.Agent, Text = answered };
            }
        }
    }
}
