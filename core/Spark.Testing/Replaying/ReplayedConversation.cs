using Spark.Engine.Conversations;

namespace Spark.Testing.Replaying;

/// <summary>A conversation that was run again.</summary>
/// <param name="Turns">Its turns.</param>
/// <param name="State">The state after the last one; null without any.</param>
internal sealed record ReplayedConversation(IReadOnlyList<ReplayedTurn> Turns, ConversationState? State);
