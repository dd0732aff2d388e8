namespace Spark.Simulators.Sparkcentral.Audit;

internal sealed record AuditEntry(DateTimeOffset At, string? ConversationId, string Actor, string Text);
