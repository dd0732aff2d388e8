using Spark.Engine.Conversations;
using Spark.Runtime.Outbox;

namespace Spark.Runtime.Feeds;

/// <summary>A turn, as the log has it.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="Event">What it took.</param>
/// <param name="Effects">What it wanted done, and what became of it.</param>
/// <param name="Fault">Why it failed, and another answer was given in its place; null when it did not.</param>
public sealed record LoggedTurn(long Sequence, ConversationEvent Event, IReadOnlyList<OutboxEntry> Effects, EngineFault? Fault = null);
