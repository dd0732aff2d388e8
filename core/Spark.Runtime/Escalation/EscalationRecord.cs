using Spark.Offload;
using Spark.Runtime.Outbox;

namespace Spark.Runtime.Escalation;

/// <summary>An attempt to open a ticket, as it is kept.</summary>
/// <param name="Effect">The effect that it was made for.</param>
/// <param name="Number">Its number in the conversation, from 1.</param>
/// <param name="CorrelationId">The id under which the far side keeps the ticket.</param>
/// <param name="BeganAt">When it was begun.</param>
public sealed record EscalationRecord(EffectAddress Effect, int Number, string CorrelationId, DateTimeOffset BeganAt)
{
    /// <summary>When its result was noted; null while it is not known.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What it came to.</summary>
    public OffloadResult? Result { get; init; }

    /// <summary>The ticket.</summary>
    public TicketReference? Ticket { get; init; }

    /// <summary>What went wrong, in a sentence for the operator.</summary>
    public string? Reason { get; init; }
}
