using System.Text.Json;
using Spark.Channels;

namespace Spark.Offload;

/// <summary>A request to take a conversation.</summary>
public sealed record OffloadRequest
{
    /// <summary>Names this effect for ever: the idempotency key where the far side takes one. The same over all attempts.</summary>
    public required string EffectId { get; init; }

    /// <summary>The conversation, as its channel named it.</summary>
    public required string ConversationId { get; init; }

    /// <summary>The id of the channel instance that the conversation came by.</summary>
    public required string ChannelInstance { get; init; }

    /// <summary>The id of the channel's plugin.</summary>
    public required string Channel { get; init; }

    /// <summary>The person, as far as the channel knows.</summary>
    public Person? Person { get; init; }

    /// <summary>The person's language, as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>The step's <c>queue</c>; null for the provider's default.</summary>
    public string? Queue { get; init; }

    /// <summary>The step's <c>fields</c>, evaluated: an object.</summary>
    public required JsonElement Fields { get; init; }

    /// <summary>The variables that the step shares: an object.</summary>
    public required JsonElement Variables { get; init; }

    /// <summary>The lines of the conversation that the step shares, oldest first.</summary>
    public IReadOnlyList<TranscriptLine> Transcript { get; init; } = [];

    /// <summary>What the channel told of the conversation last; null when it told nothing. Since contract 1.2.</summary>
    public JsonElement? ChannelDetails { get; init; }

    /// <summary>
    /// A token of 128 bits for a link that is sent to the person: the host keeps its hash for 15 minutes when the request ends as
    /// <see cref="OffloadResult.Sent"/>, and takes it once, from the <see cref="ConversationStarted"/> that brings it. Since contract 1.2.
    /// </summary>
    public string LinkToken { get; init; } = "";

    /// <summary>True when an earlier attempt may have reached the desk: look for what it has made before making it again. Since contract 1.2.</summary>
    public bool MayHaveArrived { get; init; }
}
