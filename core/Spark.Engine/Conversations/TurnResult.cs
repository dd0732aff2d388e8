namespace Spark.Engine.Conversations;

/// <summary>What a turn comes to.</summary>
/// <param name="State">The new state; its sequence is one more than before.</param>
/// <param name="Effects">What is to be done outside, in order; the place in this list is the effect's index.</param>
/// <param name="Fault">Set when the turn, or a message that it drained, failed and the <c>failed</c> dialog answered in its place.</param>
public sealed record TurnResult(ConversationState State, IReadOnlyList<Effect> Effects, EngineFault? Fault = null)
{
    /// <summary>The episodes that ended in this turn, in order; a turn can end one and begin the next.</summary>
    public IReadOnlyList<Episode> ClosedEpisodes { get; init; } = [];

    /// <summary>True when the event holds something that the person said in confidence: it is not stored in clear.</summary>
    public bool HasSecret { get; init; }

    /// <summary>What is stored in place of the event; null for the event itself.</summary>
    public ConversationEvent? Stored { get; init; }

    /// <summary>What the turn has changed of what the bot knows of the person everywhere; null for nothing.</summary>
    public PersonWrite? Person { get; init; }

    /// <summary>True when the event is the result of an effect that nobody waits for any more.</summary>
    public bool IsLate { get; init; }
}
