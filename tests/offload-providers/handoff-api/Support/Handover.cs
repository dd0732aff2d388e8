namespace Spark.Offload.HandoffApi.Tests.Support;

/// <summary>A handoff, as it reached the far side.</summary>
internal sealed record Handover(string Token, string PrincipalName, string? TimeZone, string? Key, string Body);
