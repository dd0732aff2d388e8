using Spark.Engine.Conversations;

namespace Spark.Cockpit.Insights;

/// <summary>An episode with its turns.</summary>
/// <param name="Key">The key of its conversation.</param>
/// <param name="Outcome">How it ended; null when it has not.</param>
/// <param name="Turns">Its turns, in order.</param>
internal sealed record LookedAt(string Key, EpisodeOutcome? Outcome, IReadOnlyList<InsightTurn> Turns);
