namespace Spark.Engine.Conversations;

/// <summary>An operator moves a relayed conversation to another desk, or to another of its queues.</summary>
public sealed record DeskReassigned : ConversationEvent
{
    /// <summary>The connection to the desk that is to have it; one of kind relay that the bot names.</summary>
    public required string Connection { get; init; }

    /// <summary>The queue; null for the desk's default.</summary>
    public string? Queue { get; init; }
}
