namespace Spark.Simulators.Desk.Api;

/// <summary>Conversations that were looked for.</summary>
internal sealed record FoundConversations(IReadOnlyList<ConversationView> Conversations);
