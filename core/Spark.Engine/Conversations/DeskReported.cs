using Spark.Offload;

namespace Spark.Engine.Conversations;

/// <summary>A desk said something about a conversation that it was given.</summary>
public sealed record DeskReported : ConversationEvent
{
    /// <summary>The connection to the desk.</summary>
    public required string Connection { get; init; }

    /// <summary>What it said.</summary>
    public required DeskEvent Report { get; init; }
}
