namespace Spark.Engine.Conversations;

/// <summary>An awaited effect has ended.</summary>
public abstract record EffectEnded : ConversationEvent
{
    private protected EffectEnded()
    {
    }

    /// <summary>The effect.</summary>
    public required EffectRef Effect { get; init; }

    /// <summary>What was said to the outside for it; null for nothing.</summary>
    public IReadOnlyList<Exchange>? Exchanges { get; init; }

    /// <summary>Why it ended so, in a sentence for the operator.</summary>
    public string? Reason { get; init; }
}
