using Spark.Offload;

namespace Spark.Engine.Conversations;

/// <summary>An offload provider has answered.</summary>
public sealed record OffloadDecided : EffectEnded
{
    /// <summary>The answer.</summary>
    public required OffloadDecision Decision { get; init; }
}
