namespace Spark.Offload.WebhookDesk.Wire;

/// <summary>Conversations that were looked for.</summary>
internal sealed record ConversationsAnswer(IReadOnlyList<ConversationAnswer>? Conversations);
