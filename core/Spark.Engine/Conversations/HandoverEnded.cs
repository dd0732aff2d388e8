namespace Spark.Engine.Conversations;

/// <summary>The message that hands the conversation over has left, or could not.</summary>
public sealed record HandoverEnded : EffectEnded
{
    /// <summary>True when the desk holds the conversation now.</summary>
    public required bool Succeeded { get; init; }
}
