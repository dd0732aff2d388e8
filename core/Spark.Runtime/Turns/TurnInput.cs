using Spark.Engine.Conversations;
using Spark.Runtime.Outbox;

namespace Spark.Runtime.Turns;

/// <summary>What a turn takes; the same when it has to run again.</summary>
internal sealed record TurnInput
{
    public required ConversationKey Key { get; init; }

    public required string Instance { get; init; }

    public required string ExternalId { get; init; }

    public required ConversationEvent Event { get; init; }

    public required IReadOnlyList<SeenKey> Keys { get; init; }

    /// <summary>The bot that answers when no episode is open; null for that of the last episode.</summary>
    public string? Bot { get; init; }

    /// <summary>Must hold of the state when the turn runs, or nothing happens; null for an event that is taken in any state.</summary>
    public Func<ConversationState, bool>? OnlyIf { get; init; }

    /// <summary>The effect that the event ends.</summary>
    public OutboxEntry? Ended { get; init; }

    /// <summary>How it ended.</summary>
    public EffectEnding? Ending { get; init; }
}
