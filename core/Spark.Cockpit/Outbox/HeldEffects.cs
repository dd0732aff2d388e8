namespace Spark.Cockpit.Outbox;

/// <summary>How many open effects were held.</summary>
internal sealed record HeldEffects(long Count);
