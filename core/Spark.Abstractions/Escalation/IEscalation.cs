using Spark.Offload;

namespace Spark.Escalation;

/// <summary>
/// What the host knows of escalations: what administrators have set, and what became of earlier attempts. For offload providers of kind
/// <see cref="OffloadKind.Ticket"/>. Since contract 1.2.
/// </summary>
public interface IEscalation
{
    /// <summary>Works out what is to be sent for a request; sends nothing but the look-ups that the mapping names.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<EscalationPlan> PlanAsync(OffloadRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Notes, durably, that a ticket is about to be created. Called right before the one request that creates it; what was noted is found
    /// again by every later <see cref="PlanAsync"/> of the conversation, also after a crash.
    /// </summary>
    /// <param name="plan">The plan, as it was made.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when another attempt was noted since the plan was made: plan again.</returns>
    ValueTask<bool> BeginAsync(EscalationPlan plan, CancellationToken cancellationToken);

    /// <summary>Notes what the attempt came to.</summary>
    /// <param name="plan">The plan that was begun.</param>
    /// <param name="decision">What it came to.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask EndAsync(EscalationPlan plan, OffloadDecision decision, CancellationToken cancellationToken);

    /// <summary>Finds the category of a text in the administrators' list.</summary>
    /// <param name="text">What the person said.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<Classification> ClassifyAsync(string text, CancellationToken cancellationToken);
}
