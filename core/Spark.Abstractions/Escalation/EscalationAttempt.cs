using Spark.Offload;

namespace Spark.Escalation;

/// <summary>An attempt to open a ticket. Since contract 1.2.</summary>
public sealed record EscalationAttempt
{
    /// <summary>The request that it was made for.</summary>
    public required string EffectId { get; init; }

    /// <summary>The id under which the far side keeps the ticket.</summary>
    public required string CorrelationId { get; init; }

    /// <summary>When it was begun.</summary>
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>What it came to; null while that is not known: the request may be under way, or its process has died.</summary>
    public OffloadResult? Result { get; init; }

    /// <summary>The ticket, where one is known.</summary>
    public TicketReference? Ticket { get; init; }
}
