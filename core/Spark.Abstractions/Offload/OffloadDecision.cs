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
