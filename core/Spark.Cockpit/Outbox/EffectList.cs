namespace Spark.Cockpit.Outbox;

/// <summary>A page of effects.</summary>
/// <param name="Effects">The effects.</param>
/// <param name="Next">What to ask for after this page; null when it was the last.</param>
internal sealed record EffectList(IReadOnlyList<EffectView> Effects, string? Next);
