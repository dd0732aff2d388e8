namespace Spark.Engine.Conversations;

/// <summary>An effect that is still on its way, and whose result nobody waits for any more.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Action">The id of the action dialog that it belonged to.</param>
public sealed record LeftEffect(EffectRef Effect, string Action);
