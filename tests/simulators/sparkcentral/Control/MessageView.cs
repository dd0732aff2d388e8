namespace Spark.Simulators.Sparkcentral.Control;

internal sealed record MessageView(
    string Id, DateTimeOffset At, string From, string Name, string? Text, AttachmentView? Attachment, string? Payload, IReadOnlyList<string> Tags);
