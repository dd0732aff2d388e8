using Spark.Engine.Conversations;
using Spark.Runtime.Outbox;

namespace Spark.Runtime.Turns;

/// <summary>All that one turn writes, in one transaction or not at all.</summary>
public sealed record TurnCommit
{
    /// <summary>The conversation.</summary>
    public required ConversationKey Key { get; init; }

    /// <summary>The id of the channel instance.</summary>
    public required string Instance { get; init; }

    /// <summary>The conversation, as the channel names it.</summary>
    public required string ExternalId { get; init; }

    /// <summary>The sequence that was loaded: the write succeeds only if it is still the stored one; 0 for a new conversation.</summary>
    public required long ExpectedSequence { get; init; }

    /// <summary>The state after the turn.</summary>
    public required ConversationState State { get; init; }

    /// <summary>The event that the turn took.</summary>
    public required ConversationEvent Event { get; init; }

    /// <summary>The sequence of the inbound event at the root of it all: its own for an inbound event, the effect's for a result.</summary>
    public required long Cause { get; init; }

    /// <summary>The keys by which a repetition of the event is known; distinct.</summary>
    public required IReadOnlyList<SeenKey> Keys { get; init; }

    /// <summary>Set when the turn failed and another answer was given in its place.</summary>
    public EngineFault? Fault { get; init; }

    /// <summary>What the turn wants done.</summary>
    public required IReadOnlyList<OutboxEntry> Effects { get; init; }

    /// <summary>The effect that this event ends.</summary>
    public EffectEnding? Ends { get; init; }

    /// <summary>True when the owner changed: what the old owner had not sent is cancelled in the same transaction.</summary>
    public bool OwnerChanged { get; init; }

    /// <summary>The episodes whose rows this turn writes, in order: those that ended in it, and the present one when it is not the one that was loaded.</summary>
    public IReadOnlyList<Episode> Episodes { get; init; } = [];

    /// <summary>True when the person has another name, address or id than in the state that was loaded: operators find their conversations by the new ones.</summary>
    public bool IsRenamed { get; init; }

    /// <summary>What the bot knows of the person from this turn on, in all their conversations; null for nothing new. An older word than the stored one changes nothing.</summary>
    public PersonWrite? Person { get; init; }

    /// <summary>The node that commits: the effects are born in its hands, and the write is refused when its lease has run out.</summary>
    public required long Node { get; init; }

    /// <summary>The revision that the turn ran with; the write is refused when it is not the stored one any more.</summary>
    public required long Revision { get; init; }

    /// <summary>When the conversation's row of the timers stood at, as it was loaded; null for no row.</summary>
    public DateTimeOffset? WokenAt { get; init; }

    /// <summary>
    /// Where it is to stand after the turn; null for no row. The same as <see cref="WokenAt"/> when nothing has to be written: a row may
    /// stand too early, which costs a look when its time comes, and never too late.
    /// </summary>
    public DateTimeOffset? WakeAt { get; init; }
}
