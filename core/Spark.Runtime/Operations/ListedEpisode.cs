using Spark.Engine.Conversations;

namespace Spark.Runtime.Operations;

/// <summary>An episode in a list.</summary>
/// <param name="Conversation">Its conversation.</param>
/// <param name="Episode">It.</param>
public sealed record ListedEpisode(ConversationSummary Conversation, Episode Episode);
