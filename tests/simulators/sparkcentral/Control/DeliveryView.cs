namespace Spark.Simulators.Sparkcentral.Control;

internal sealed record DeliveryView(
    string IdempotencyKey,
    string Type,
    string ConversationId,
    string State,
    DateTimeOffset? NextAttemptAt,
    IReadOnlyList<AttemptView> Attempts);
