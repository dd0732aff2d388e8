using Spark.Engine.Conversations;
using Spark.Engine.Definitions;

namespace Spark.Testing.Replaying;

/// <summary>A turn that was run again.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="Event">What it took.</param>
/// <param name="Bot">The version that ran it; null when there was none.</param>
/// <param name="Before">The state before.</param>
/// <param name="After">The state after.</param>
/// <param name="Effects">What it wants done.</param>
/// <param name="Fault">Set when it failed.</param>
internal sealed record ReplayedTurn(
    long Sequence, ConversationEvent Event, Bot? Bot, ConversationState Before, ConversationState After, IReadOnlyList<Effect> Effects, EngineFault? Fault);
