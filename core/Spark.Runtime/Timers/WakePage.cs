namespace Spark.Runtime.Timers;

/// <summary>Conversations that are due.</summary>
/// <param name="Due">Those taken.</param>
/// <param name="NextAt">When the next one, not among them, is due; null when there is none.</param>
public sealed record WakePage(IReadOnlyList<Wake> Due, DateTimeOffset? NextAt);
