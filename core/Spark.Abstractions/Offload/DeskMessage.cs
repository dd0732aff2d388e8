using Spark.Channels;
using Spark.Messages;

namespace Spark.Offload;

/// <summary>What Spark tells a desk about a conversation that it relays. Since contract 1.2.</summary>
public sealed record DeskMessage
{
    /// <summary>The desk's id of the conversation (<see cref="OffloadDecision.ExternalId"/>).</summary>
    public required string ExternalId { get; init; }

    /// <summary>
    /// Names this message for ever: the idempotency key where the desk takes one, and otherwise a marker to put beside the message, by
    /// which it can be found again. The same over all attempts.
    /// </summary>
    public required string EffectId { get; init; }

    /// <summary>What it tells.</summary>
    public required DeskMessageKind Kind { get; init; }

    /// <summary>What the person said; empty when the person has left.</summary>
    public IReadOnlyList<MessagePart> Parts { get; init; } = [];

    /// <summary>The person's language, as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>The person, as far as the channel knows.</summary>
    public Person? Person { get; init; }

    /// <summary>When it was said.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>1 for the first attempt.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>True when an earlier attempt ended unknown: the desk may have it already. Stays true over later attempts.</summary>
    public bool MayHaveArrived { get; init; }
}
