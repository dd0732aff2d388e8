using Spark.Engine.Definitions;

namespace Spark.Testing.Suites;

/// <summary>A desk's agent says something, or leaves.</summary>
/// <param name="Text">What was said; null when the agent gives the conversation back.</param>
/// <param name="At">Where it stands.</param>
internal sealed record AgentSays(string? Text, SourceLocation At) : ChatLine(At);
