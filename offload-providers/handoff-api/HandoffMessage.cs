namespace Spark.Offload.HandoffApi;

/// <summary>The message of a handoff.</summary>
internal sealed record HandoffMessage(IReadOnlyList<HandoffPart> Parts);
