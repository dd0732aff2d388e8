namespace Spark.Understanding.OpenAi;

/// <summary>One message of a chat.</summary>
internal sealed record ChatMessage(string Role, string? Content);
