namespace Spark.Offload.WebhookDesk.Wire;

/// <summary>What the desk tells.</summary>
internal sealed record Webhook(
    string? EventId, string? Type, string? Conversation, string? Agent, string? MessageId, string? Text, int? Position, int? WaitSeconds);
