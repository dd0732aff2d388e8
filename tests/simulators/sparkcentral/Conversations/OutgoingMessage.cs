namespace Spark.Simulators.Sparkcentral.Conversations;

internal sealed record OutgoingMessage(string? Text, string? Attachment);
