namespace Spark.Runtime.Turns;

/// <summary>What became of a turn's write.</summary>
/// <param name="Status">What happened.</param>
/// <param name="Sequence">The sequence of the event that is in the log now; 0 when nothing of it is.</param>
/// <param name="MustLookAhead">True when another node has something in hand that stands in the lane before this turn's effects.</param>
public readonly record struct CommitOutcome(CommitStatus Status, long Sequence, bool MustLookAhead = false);
