using System.Text.Json;
using Microsoft.Extensions.Options;
using Spark.Engine.Conversations;
using Spark.Expressions;
using Spark.Offload;
using Spark.Runtime.Channels;
using Spark.Runtime.Feeds;
using Spark.Runtime.Nodes;
using Spark.Runtime.Outbox;

namespace Spark.Runtime.Offload;

/// <summary>Asks an offload provider to take a conversation.</summary>
internal sealed class OffloadOpener(
    IOffloadDirectory providers,
    IChannelDirectory channels,
    TranscriptReader transcripts,
    IOutboxStore store,
    Node node,
    Persistence persistence,
    IOptions<OutboxOptions> options)
{
    public async Task<OffloadDecision> OpenAsync(OutboxEntry entry, CancellationToken stopping, CancellationToken running)
    {
        var open = (OpenOffload)entry.Effect;
        if (entry.Attempts == 0 || entry.MayHaveArrived)
        {
            await persistence.InsistAsync(token => store.BeginAttemptAsync(node.Id, entry.Address, entry.Attempts + 1, OutboxStatus.Claimed, token), stopping);
        }

        var lines = await persistence.InsistAsync(
            token => transcripts.ReadAsync(entry.Address.Conversation, entry.Address.Effect.Sequence, open.TranscriptLines, token), stopping);
        return await providers.OpenAsync(
            open.Connection,
            new()
            {
                EffectId = entry.Address.Id,
                ConversationId = entry.ExternalId,
                ChannelInstance = entry.Instance,
                Channel = channels.Find(entry.Instance)?.Instance.Channel ?? "",
                Person = open.Person,
                Language = open.Language,
                Queue = open.Queue,
                Fields = ToJson(open.Fields),
                Variables = ToJson(open.Variables),
                Transcript = lines,
            },
            open.Timeout ?? options.Value.AwaitedTimeout,
            running);
    }

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
