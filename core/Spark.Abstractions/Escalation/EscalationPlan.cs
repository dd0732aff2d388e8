using Spark.ApiCalls;
using Spark.Offload;

namespace Spark.Escalation;

/// <summary>What is to be sent for one request, by the administrators' settings. Since contract 1.2.</summary>
public sealed record EscalationPlan
{
    /// <summary>The request's <see cref="OffloadRequest.EffectId"/>.</summary>
    public required string EffectId { get; init; }

    /// <summary>The id under which the far side keeps the ticket: the same over all attempts of the request, at most 100 characters.</summary>
    public required string CorrelationId { get; init; }

    /// <summary>Why nothing can be sent, in a sentence for the operator; null when it can.</summary>
    public string? Problem { get; init; }

    /// <summary>Creates the ticket; null when nothing can be sent.</summary>
    public ApiCallOrder? Create { get; init; }

    /// <summary>The API Call that finds a ticket by its parameter <c>correlationId</c>; null when there is none.</summary>
    public string? FindCall { get; init; }

    /// <summary>Adds to a ticket, once its parameters <c>ticketId</c> and <c>ticketNumber</c> are given; null when there is no such call.</summary>
    public ApiCallOrder? Add { get; init; }

    /// <summary>The category and sub category that were sent; null when none was.</summary>
    public IssueCategory? Category { get; init; }

    /// <summary>What the person is told when no ticket could be opened, in their language.</summary>
    public string? FallbackText { get; init; }

    /// <summary>What the person is told when a ticket may exist, in their language.</summary>
    public string? UnknownText { get; init; }

    /// <summary>Where the person can help themselves.</summary>
    public Uri? Portal { get; init; }

    /// <summary>The attempts of this conversation so far, the oldest first.</summary>
    public IReadOnlyList<EscalationAttempt> Attempts { get; init; } = [];
}
