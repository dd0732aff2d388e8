using System.Text.Json;
using Spark.Messages;

namespace Spark.Channels;

/// <summary>One message in a conversation's feed.</summary>
public sealed record FeedEntry
{
    /// <summary>Unique within the conversation and stable: the channel's own id for the person's messages, the effect's for the bot's.</summary>
    public required string Id { get; init; }

    /// <summary>True when the person said it, false for the bot.</summary>
    public required bool FromPerson { get; init; }

    /// <summary>The agent who said it, when it was neither the person nor the bot. Since contract 1.2.</summary>
    public string? Agent { get; init; }

    /// <summary>When it was stored.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was said.</summary>
    public required IReadOnlyList<MessagePart> Parts { get; init; }

    /// <summary>What <see cref="MessageReceived.Echo"/> carried.</summary>
    public JsonElement? Echo { get; init; }

    /// <summary>The <see cref="Id"/> of the person's message that caused this one, when there was one.</summary>
    public string? ReplyTo { get; init; }
}
