namespace Spark.Simulators.Sparkcentral.Faults;

/// <summary>Which event to send again: by its key, or the latest of a conversation.</summary>
internal sealed record DuplicateEvent(string? IdempotencyKey, string? ConversationId, int? Copies);
