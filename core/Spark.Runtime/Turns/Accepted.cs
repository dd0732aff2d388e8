using Spark.Engine.Conversations;

namespace Spark.Runtime.Turns;

/// <summary>An event that is stored: it survives whatever happens to this process.</summary>
/// <param name="Key">The conversation.</param>
/// <param name="Sequence">The event's number in its conversation; for a duplicate, that of the event which was stored first.</param>
/// <param name="IsDuplicate">True when it was stored before and no turn ran.</param>
/// <param name="Fault">Set when the turn failed and another answer was given in its place.</param>
public sealed record Accepted(ConversationKey Key, long Sequence, bool IsDuplicate, EngineFault? Fault = null);
