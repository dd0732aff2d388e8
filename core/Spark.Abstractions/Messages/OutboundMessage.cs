using System.Text.Json;

namespace Spark.Messages;

/// <summary>A message of the bot to one conversation.</summary>
public sealed record OutboundMessage
{
    /// <summary>The conversation, as the channel named it.</summary>
    public required string ConversationId { get; init; }

    /// <summary>What the channel told of the conversation last (<see cref="Channels.InboundEvent.ChannelDetails"/>); null when it told nothing.</summary>
    public JsonElement? ChannelDetails { get; init; }

    /// <summary>Names this effect for ever: the idempotency key where the far side takes one. The same over all attempts.</summary>
    public required string EffectId { get; init; }

    /// <summary>What to show, in order.</summary>
    public required IReadOnlyList<MessagePart> Parts { get; init; }

    /// <summary>The language of the texts, as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>
    /// The name of the agent who speaks, for channels that show it by themselves (<see cref="Channels.ChannelCapabilities.ShowsAgent"/>);
    /// null for the bot. For other channels the name stands in the text. Since contract 1.2.
    /// </summary>
    public string? Agent { get; init; }

    /// <summary>Set when the conversation is given away with this message.</summary>
    public Completion? Completion { get; init; }

    /// <summary>1 for the first attempt.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>True when an earlier attempt ended unknown: the message may be there already. Stays true over later attempts.</summary>
    public bool MayHaveArrived { get; init; }
}
