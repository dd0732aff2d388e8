using Spark.Engine.Conversations;

namespace Spark.Runtime.Episodes;

/// <summary>How many episodes began in a stretch of time, and ended alike.</summary>
/// <param name="From">When the stretch began.</param>
/// <param name="Outcome">How they ended; null for those that have not.</param>
/// <param name="Count">How many.</param>
public sealed record EpisodeCount(DateTimeOffset From, EpisodeOutcome? Outcome, long Count);
