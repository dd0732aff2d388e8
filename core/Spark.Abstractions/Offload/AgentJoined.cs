namespace Spark.Offload;

/// <summary>An agent has taken the conversation out of the queue. Since contract 1.2.</summary>
public sealed record AgentJoined : DeskEvent
{
    /// <summary>The agent's name, as people may see it; null when the desk does not tell.</summary>
    public string? Agent { get; init; }
}
