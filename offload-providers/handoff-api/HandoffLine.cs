namespace Spark.Offload.HandoffApi;

/// <summary>A line of the transcript.</summary>
internal sealed record HandoffLine(string Role, string Text, DateTimeOffset At);
