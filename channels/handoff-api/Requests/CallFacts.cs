namespace Spark.Channels.HandoffApi.Requests;

/// <summary>What the audit says of a call: never what people said.</summary>
internal sealed record CallFacts(int Status, string? Reason, string? Source, int? Parts, int? Files);
