namespace Spark.Runtime.Operations;

/// <summary>How much waits to be done outside.</summary>
/// <param name="Open">How many effects have not ended; counting stops at 100,000.</param>
/// <param name="OldestAt">
/// When the oldest of them was made, without those that leave with the answer to a request: one may wait for it for good. Null when there is none.
/// </param>
public sealed record OutboxDepth(long Open, DateTimeOffset? OldestAt);
