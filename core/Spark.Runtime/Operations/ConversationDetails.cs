using Spark.Engine.Conversations;

namespace Spark.Runtime.Operations;

/// <summary>A conversation with what is known of it.</summary>
/// <param name="Summary">As in a list.</param>
/// <param name="State">Its state.</param>
/// <param name="Episodes">Its episodes, the newest first, twenty at the most.</param>
/// <param name="WakeAt">When it is to be woken; null for never.</param>
public sealed record ConversationDetails(ConversationSummary Summary, ConversationState State, IReadOnlyList<Episode> Episodes, DateTimeOffset? WakeAt);
