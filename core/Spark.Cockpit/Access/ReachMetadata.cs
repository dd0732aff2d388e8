namespace Spark.Cockpit.Access;

/// <summary>Carries <see cref="Reach"/> at a route.</summary>
internal sealed record ReachMetadata(Reach Reach);
