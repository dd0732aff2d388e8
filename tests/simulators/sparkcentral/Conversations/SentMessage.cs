namespace Spark.Simulators.Sparkcentral.Conversations;

/// <summary>Where a contact's message went, and the keys of the events that it caused.</summary>
internal sealed record SentMessage(
    string ConversationId, string ContactId, string MessageId, IReadOnlyList<string> IdempotencyKeys);
