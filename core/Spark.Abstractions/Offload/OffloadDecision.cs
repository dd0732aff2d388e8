using Spark.Messages;

namespace Spark.Offload;

/// <summary>What a provider answers to a request.</summary>
public sealed record OffloadDecision
{
    /// <summary>The answer.</summary>
    public required OffloadResult Result { get; init; }

    /// <summary>
    /// How the conversation is given away, for an accepting provider of kind <see cref="OffloadKind.Owner"/>: the channel sends it
    /// together with the last text of the turn. Only when that call has succeeded is the request <c>accepted</c> for the bot.
    /// </summary>
    public Completion? Completion { get; init; }

    /// <summary>The ticket, for kind <see cref="OffloadKind.Ticket"/>.</summary>
    public TicketReference? Ticket { get; init; }

    /// <summary>
    /// The desk's id of the conversation, for an accepting provider of kind <see cref="OffloadKind.Relay"/>: by it the desk's events find
    /// back. Without it nothing can be carried, and the request counts as failed. Since contract 1.2.
    /// </summary>
    public string? ExternalId { get; init; }

    /// <summary>
    /// How long the desk may be silent about a relayed conversation before it is asked whether it still has it; null for the host's own
    /// measure. Since contract 1.2.
    /// </summary>
    public TimeSpan? Lease { get; init; }

    /// <summary>Where the person stands in the queue, from 1; null when the desk does not tell. Since contract 1.2.</summary>
    public int? Position { get; init; }

    /// <summary>How long the wait will be, as far as the desk knows. Since contract 1.2.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>The link to give to the person, for kind <see cref="OffloadKind.Link"/>. Since contract 1.2.</summary>
    public Uri? Link { get; init; }

    /// <summary>
    /// What the person is to be told about it, in their language, where administrators have set it; expressions of the step see it as
    /// <c>notice</c>. Since contract 1.2.
    /// </summary>
    public string? Notice { get; init; }

    /// <summary>Where the person can help themselves, or see what there is; expressions see it as <c>portal</c>. Since contract 1.2.</summary>
    public Uri? Portal { get; init; }

    /// <summary>The category of the issue, as the desk's system has it; kept with the conversation. Since contract 1.2.</summary>
    public string? Category { get; init; }

    /// <summary>Why not, in a sentence for the operator, without personal data.</summary>
    public string? Reason { get; init; }

    /// <summary>A decision without further data.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="reason">Why, in a sentence for the operator.</param>
    public static OffloadDecision Of(OffloadResult result, string? reason = null) => new() { Result = result, Reason = reason };
}
