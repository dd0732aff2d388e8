using Spark.Runtime.Outbox;

namespace Spark.Runtime.Operations;

/// <summary>An effect in a list.</summary>
/// <param name="Entry">The effect.</param>
/// <param name="Reason">Why it stands so.</param>
/// <param name="Node">The node that has it in hand; 0 for none.</param>
public sealed record ListedEffect(OutboxEntry Entry, string? Reason, long Node);
