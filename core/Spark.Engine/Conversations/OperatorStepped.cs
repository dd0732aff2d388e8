namespace Spark.Engine.Conversations;

/// <summary>An operator takes a conversation over in the cockpit, or ends it there without giving the bot the word.</summary>
public sealed record OperatorStepped : ConversationEvent
{
    /// <summary>The operator's account.</summary>
    public required string Operator { get; init; }

    /// <summary>What the person reads as the operator's name.</summary>
    public required string Name { get; init; }

    /// <summary>What it does.</summary>
    public required OperatorStep Step { get; init; }
}
