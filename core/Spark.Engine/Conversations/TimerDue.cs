namespace Spark.Engine.Conversations;

/// <summary>The time of a timer has come.</summary>
public sealed record TimerDue : ConversationEvent
{
    /// <summary>The timer's name.</summary>
    public required string Name { get; init; }

    /// <summary>The generation with which it was set: the event is nothing when the state holds another one, or none.</summary>
    public required long Generation { get; init; }
}
