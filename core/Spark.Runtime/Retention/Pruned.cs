namespace Spark.Runtime.Retention;

/// <summary>What a page of pruning has done.</summary>
/// <param name="Rows">How many rows went.</param>
/// <param name="IsDone">True when nothing older is left.</param>
public sealed record Pruned(int Rows, bool IsDone);
