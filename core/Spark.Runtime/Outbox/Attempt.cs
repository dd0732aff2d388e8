namespace Spark.Runtime.Outbox;

/// <summary>What an attempt came to.</summary>
/// <param name="End">How the effect has ended.</param>
/// <param name="Again">The effect as it is to be tried again.</param>
internal readonly record struct Attempt(EffectEnd? End, OutboxEntry? Again)
{
    /// <summary>It is not in this node's hands any more.</summary>
    public static Attempt NotOurs { get; }

    public static Attempt Ended(OutboxStatus status, string? reason) => new(new EffectEnd(status, reason), null);

    public static Attempt Ended(EffectEnd end) => new(end, null);
}
