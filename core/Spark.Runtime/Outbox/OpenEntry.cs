namespace Spark.Runtime.Outbox;

/// <summary>An effect that has not ended, as found in the store.</summary>
/// <param name="Entry">The effect.</param>
/// <param name="CurrentEpoch">The owner's epoch of its conversation now.</param>
public sealed record OpenEntry(OutboxEntry Entry, int CurrentEpoch);
