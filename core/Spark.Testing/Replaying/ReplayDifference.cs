namespace Spark.Testing.Replaying;

/// <summary>Something that a replay gave otherwise than it was logged.</summary>
/// <param name="What">The effect as <c>turn.index</c>, or <c>the state</c>.</param>
/// <param name="Logged">What was logged, as JSON; null for nothing.</param>
/// <param name="Replayed">What the replay gave, as JSON; null for nothing.</param>
internal sealed record ReplayDifference(string What, string? Logged, string? Replayed);
