namespace Spark.Runtime.Outbox;

/// <summary>An effect that has ended, whose result is no event.</summary>
/// <param name="Address">The effect.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Reason">Why, in a sentence for the operator.</param>
public readonly record struct EndedEffect(EffectAddress Address, OutboxStatus Status, string? Reason);
