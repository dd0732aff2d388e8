using Spark.Engine.Reading;

namespace Spark.Cockpit.Studio.Talking;

/// <summary>A conversation that a designer tries.</summary>
/// <param name="Findings">Why the bot does not run; empty when it does.</param>
/// <param name="Turns">What happened, in order.</param>
/// <param name="WaitsFor">What was called and is not answered; null when it is the person's turn.</param>
/// <param name="Problems">Why it was ended, or what did not fit, a sentence each.</param>
/// <param name="Now">Where its clock stands.</param>
/// <param name="NextDueAt">When something happens by itself; null when nothing does.</param>
/// <param name="Owner">Who holds it.</param>
/// <param name="Tickets">The tickets that were opened, in order.</param>
/// <param name="Outcome">How it ended; null while it has not.</param>
public sealed record StudioTalk(
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<StudioTurn> Turns,
    StudioWait? WaitsFor,
    IReadOnlyList<string> Problems,
    DateTimeOffset? Now,
    DateTimeOffset? NextDueAt,
    string? Owner,
    IReadOnlyList<StudioTicket> Tickets,
    string? Outcome)
{
    /// <summary>One of which nothing can be said but why the bot does not run.</summary>
    public static StudioTalk Of(IReadOnlyList<Finding> findings) => new(findings, [], null, [], null, null, null, [], null);
}
