using Spark.Messages;

namespace Spark.Engine.Conversations;

/// <summary>Sends a message to the person.</summary>
public sealed record SendMessage : Effect
{
    /// <summary>What to show.</summary>
    public required IReadOnlyList<MessagePart> Parts { get; init; }

    /// <summary>The language of the texts.</summary>
    public required string Language { get; init; }

    /// <summary>The agent who says it; null for the bot.</summary>
    public string? Agent { get; init; }

    /// <summary>Set when the conversation is given away with it; its end comes back as <see cref="HandoverEnded"/>.</summary>
    public Completion? Completion { get; init; }
}
