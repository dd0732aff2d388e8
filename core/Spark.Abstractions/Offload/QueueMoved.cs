namespace Spark.Offload;

/// <summary>Where the person stands in the desk's queue. Since contract 1.2.</summary>
public sealed record QueueMoved : DeskEvent
{
    /// <summary>From 1; null when the desk does not tell.</summary>
    public int? Position { get; init; }

    /// <summary>How long the wait will be, as far as the desk knows.</summary>
    public TimeSpan? Wait { get; init; }
}
