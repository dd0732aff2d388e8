namespace Spark.Cockpit.Episodes;

/// <summary>Episodes, counted by how they ended.</summary>
/// <param name="From">When the stretch of time begins; null for all of it.</param>
/// <param name="Open">Those that have not ended.</param>
/// <param name="Resolved">Those whose person has what they came for.</param>
/// <param name="Escalated">Those that a human took over.</param>
/// <param name="Abandoned">Those that were left.</param>
internal sealed record EpisodeTally(DateTimeOffset? From, long Open, long Resolved, long Escalated, long Abandoned);
