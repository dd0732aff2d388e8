namespace Spark.Runtime.Turns;

/// <summary>What became of a turn's write.</summary>
/// <param name="Status">What happened.</param>
/// <param name="Sequence">The sequence of the event that is in the log now; 0 on a conflict.</param>
public readonly record struct CommitOutcome(CommitStatus Status, long Sequence);
