namespace Spark.Offload;

/// <summary>The desk still has the conversation, and has nothing else to say. Since contract 1.2.</summary>
public sealed record DeskAlive : DeskEvent;
