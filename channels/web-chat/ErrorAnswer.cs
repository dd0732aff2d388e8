namespace Spark.Channels.WebChat;

/// <summary>Direct Line's error document.</summary>
internal sealed record ErrorAnswer(ErrorDetail Error);
