namespace Spark.Offload;

/// <summary>The desk gives the conversation back: an agent closed it, or nobody took it. Since contract 1.2.</summary>
public sealed record DeskClosed : DeskEvent
{
    /// <summary>The agent who closed it, as people may see the name; null when the desk does not tell, or there was none.</summary>
    public string? Agent { get; init; }
}
