using Spark.Engine.Conversations;
using Spark.Runtime.Operations;

namespace Spark.Runtime.Episodes;

/// <summary>An episode in a list.</summary>
/// <param name="Conversation">Its conversation.</param>
/// <param name="Episode">The episode.</param>
/// <param name="State">The conversation's state now.</param>
public sealed record ListedEpisode(ConversationSummary Conversation, Episode Episode, ConversationState State);
