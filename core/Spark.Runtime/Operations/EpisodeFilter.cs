using Spark.Engine.Conversations;

namespace Spark.Runtime.Operations;

/// <summary>Which episodes are meant: those of an outcome, or else those that are completed, or else those that are in progress.</summary>
/// <param name="Outcome">The outcome; null for any, or none.</param>
/// <param name="IsCompleted">With no outcome given: true for those that have one.</param>
public sealed record EpisodeFilter(EpisodeOutcome? Outcome, bool IsCompleted);
