using Spark.Engine.Conversations;
using Spark.Runtime.Outbox;

namespace Spark.Runtime.Turns;

/// <summary>How the effect whose result is this turn's event has ended: its row ends in the turn's own transaction.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Reason">Why, in a sentence for the operator.</param>
public sealed record EffectEnding(EffectRef Effect, OutboxStatus Status, string? Reason);
