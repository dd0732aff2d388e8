namespace Spark.Simulators.Sparkcentral.Faults;

/// <summary>What came back for one copy.</summary>
internal sealed record CraftedAnswer(string IdempotencyKey, int? Status, string? ResponseBody, string? Error, long Milliseconds);
