using Spark.Engine.Conversations;

namespace Spark.Testing.Hosts;

/// <summary>A turn, as a log has it: all that a replay reads, and what it is compared with.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="Event">What it took.</param>
/// <param name="Effects">What it wanted done.</param>
/// <param name="Fault">Set when it failed.</param>
internal sealed record StoredTurn(long Sequence, ConversationEvent Event, IReadOnlyList<Effect> Effects, EngineFault? Fault);
