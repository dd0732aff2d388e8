namespace Spark.Cockpit.Access;

/// <summary>A new secret for an API client.</summary>
/// <param name="OverlapSeconds">How long the present secret still holds; null for a day.</param>
internal sealed record RotateRequest(long? OverlapSeconds);
