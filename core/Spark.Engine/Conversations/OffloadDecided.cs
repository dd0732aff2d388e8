using Spark.Offload;

namespace Spark.Engine.Conversations;

/// <summary>An offload provider has answered.</summary>
public sealed record OffloadDecided : EffectEnded
{
    /// <summary>The answer.</summary>
    public required OffloadDecision Decision { get; init; }

    /// <summary>The connection that was asked, where it must be told when nobody waits for its answer any more.</summary>
    public string? Connection { get; init; }
}
