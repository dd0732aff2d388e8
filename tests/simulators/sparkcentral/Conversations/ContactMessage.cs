namespace Spark.Simulators.Sparkcentral.Conversations;

/// <summary>What a contact sends. A null text stands for content that the wire does not show (a picture, a place).</summary>
internal sealed record ContactMessage(string? Text, string? Payload, bool IsPrivate);
