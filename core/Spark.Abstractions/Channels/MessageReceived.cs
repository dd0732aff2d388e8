using System.Text.Json;
using Spark.Messages;

namespace Spark.Channels;

/// <summary>The person said something, or pressed a button.</summary>
public sealed record MessageReceived : InboundEvent
{
    /// <summary>The channel's id of the message, unique within the conversation.</summary>
    public required string MessageId { get; init; }

    /// <summary>What was said; empty when the channel could not say what it was.</summary>
    public required IReadOnlyList<MessagePart> Parts { get; init; }

    /// <summary>The <see cref="Choice.Token"/> of the button that was pressed.</summary>
    public string? ChoiceToken { get; init; }

    /// <summary>Data of the channel's own that the feed gives back with this message, such as a client's reference.</summary>
    public JsonElement? Echo { get; init; }
}
