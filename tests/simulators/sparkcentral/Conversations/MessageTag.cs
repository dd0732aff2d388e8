namespace Spark.Simulators.Sparkcentral.Conversations;

/// <summary>A tag and the message that it is for; null for the message being answered.</summary>
internal sealed record MessageTag(string? MessageId, string Tag);
