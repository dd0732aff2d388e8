using Spark.Messages;

namespace Spark.Offload;

/// <summary>An agent said something. It also says that an agent has the conversation. Since contract 1.2.</summary>
public sealed record AgentMessage : DeskEvent
{
    /// <summary>The agent's name, as people may see it; null when the desk does not tell.</summary>
    public string? Agent { get; init; }

    /// <summary>What was said.</summary>
    public required IReadOnlyList<MessagePart> Parts { get; init; }
}
