namespace Spark.Offload;

/// <summary>An agent types. Since contract 1.2.</summary>
public sealed record AgentTyping : DeskEvent;
