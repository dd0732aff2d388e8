using Spark.Expressions;
using Spark.Offload;

namespace Spark.Testing.Suites;

/// <summary>One answer of a stub.</summary>
/// <param name="Result">What expressions see as <c>result</c>: <c>ok</c>, <c>failed</c>, <c>timeout</c>, …</param>
/// <param name="Output">What else they see: an object, or undefined.</param>
/// <param name="Decision">What an offload provider decides; null for an action.</param>
internal sealed record StubReply(string Result, Value Output, OffloadDecision? Decision = null)
{
    /// <summary>The result of a call that got no answer in its time.</summary>
    public const string Timeout = "timeout";

    /// <summary>What an offload provider answers. One that takes the conversation is known by a name: without it nothing could be carried.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="ticket">The ticket; null for none.</param>
    public static StubReply OfDesk(OffloadResult result, TicketReference? ticket) => new(
        result.ToString().ToLowerInvariant(), default, new() { Result = result, Ticket = ticket, ExternalId = result == OffloadResult.Accepted ? "test" : null });
}
