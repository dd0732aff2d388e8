namespace Spark.Offload.HandoffApi;

/// <summary>A part of the message; the only ones sent are of type <c>TEXT</c>.</summary>
internal sealed record HandoffPart(string Type, string Text);
