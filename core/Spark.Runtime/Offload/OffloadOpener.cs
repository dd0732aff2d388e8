using System.Text.Json;
using Microsoft.Extensions.Options;
using Spark.Engine.Conversations;
using Spark.Expressions;
using Spark.Offload;
using Spark.Runtime.Channels;
using Spark.Runtime.Feeds;
using Spark.Runtime.Nodes;
using Spark.Runtime.Outbox;
using Spark.Runtime.Outbox.Circuits;
using Spark.Runtime.Outbox.Lanes;
using Spark.Runtime.Secrets;
using Spark.Runtime.Texts;

namespace Spark.Runtime.Offload;

/// <summary>Asks an offload provider to take a conversation.</summary>
internal sealed class OffloadOpener(
    IOffloadDirectory providers,
    IChannelDirectory channels,
    TranscriptReader transcripts,
    CircuitBoard circuits,
    IOutboxStore store,
    Node node,
    Persistence persistence,
    ILinkStore links,
    LinkTokens tokens,
    TimeProvider time,
    IOptions<OutboxOptions> options,
    ConversationSeals seals)
{
    /// <summary>Asks.</summary>
    /// <returns>What it decided; null when the effect is not in this node's hands any more.</returns>
    public async Task<OffloadDecision?> OpenAsync(OutboxEntry entry, Lane lane, CancellationToken stopping, CancellationToken running)
    {
        var open = (OpenOffload)entry.Effect;
        var limit = open.Timeout ?? options.Value.AwaitedTimeout;
        var circuit = circuits.OfConnection(open.Connection);
        if (circuit.WaitLeft() > limit)
        {
            // The person waits for the answer: better one that says no.
            return OffloadDecision.Of(
                OffloadResult.Failed, $"{OutboxCodes.CircuitIsOpen}: connection '{open.Connection}' has failed several times in a row and was not called.");
        }

        using var pass = await circuit.EnterAsync(isRepeat: false, stopping);
        var lines = await persistence.InsistAsync(
            token => transcripts.ReadAsync(entry.Address.Conversation, entry.Address.Effect.Sequence, open.TranscriptLines, token), stopping);
        if (!await BeginAsync(entry, lane, stopping) || !await node.MayActAsAsync(lane.Node, stopping))
        {
            return null;
        }

        var request = RequestOf(entry, open, lines);
        var decision = WellFormedMessages.Clean(await providers.OpenAsync(open.Connection, request, limit, running));

        // A ticket that may exist is one person's: it says nothing of the connection, which others need.
        if (decision.Result == OffloadResult.Failed)
        {
            pass.Fail(asked: null);
        }
        else
        {
            pass.Succeed();
        }

        if (decision is { Result: OffloadResult.Accepted, ExternalId: { Length: > 0 } id })
        {
            // Before the decision: whoever hears from the desk from now on finds back.
            var link = new Link(open.Connection, id, entry.Instance, entry.ExternalId);
            await persistence.InsistAsync(token => links.PutAsync(link, time.GetUtcNow(), token), running);
        }

        if (decision.Result == OffloadResult.Sent)
        {
            await persistence.InsistAsync(
                token => tokens.KeepAsync(request.LinkToken, entry.Instance, entry.ExternalId, open.TranscriptLines, token), running);
        }

        return decision;
    }

    private async Task<bool> BeginAsync(OutboxEntry entry, Lane lane, CancellationToken stopping) =>
        entry is { Status: OutboxStatus.Claimed, Attempts: > 0 }
        || await persistence.InsistAsync(
            token => store.BeginAttemptAsync(lane.Node, entry.Address, entry.Attempts + 1, OutboxStatus.Claimed, token), stopping);

    private OffloadRequest RequestOf(OutboxEntry entry, OpenOffload open, IReadOnlyList<TranscriptLine> lines) => new()
    {
        EffectId = entry.Address.Id,
        ConversationId = entry.ExternalId,
        ChannelInstance = entry.Instance,
        Channel = channels.Find(entry.Instance)?.Instance.Channel ?? "",
        Person = open.Person,
        Language = open.Language,
        Queue = open.Queue,
        Fields = ToJson(seals.Open(open.Fields)),
        Variables = ToJson(seals.Open(open.Variables)),
        Transcript = lines,
        ChannelDetails = entry.ChannelDetails,
        LinkToken = LinkTokens.Next(),
        MayHaveArrived = entry.MayHaveArrived,
    };

    private static JsonElement ToJson(Value value)
    {
        var bytes = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            (value.IsUndefined ? Value.Object([]) : value).WriteTo(writer);
        }

        using var document = JsonDocument.Parse(bytes.WrittenMemory);
        return document.RootElement.Clone();
    }
}
