using Spark.Engine.Conversations;

namespace Spark.Runtime.Turns;

/// <summary>What a turn starts from.</summary>
/// <param name="State">The state; null for a conversation that is not there yet.</param>
/// <param name="Sequence">The number of the last turn; 0 before the first. The fencing token of the write.</param>
/// <param name="DuplicateOf">The sequence of the event that carried one of the keys already; null for a new event.</param>
/// <param name="Revision">The revision of the configuration that nodes share.</param>
/// <param name="WakeAt">Where the conversation's row of the timers stands; null for no row.</param>
public sealed record LoadedConversation(
    ConversationState? State, long Sequence, long? DuplicateOf, long Revision = 0, DateTimeOffset? WakeAt = null);
