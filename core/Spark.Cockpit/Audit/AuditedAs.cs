namespace Spark.Cockpit.Audit;

/// <summary>Metadata of a route: how the audit calls what it does.</summary>
/// <param name="What">Words joined by points, such as <c>credential.set</c>; null for a route that is not audited.</param>
/// <param name="WhyNot">Why it is not audited; null for one that is.</param>
internal sealed record AuditedAs(string? What, string? WhyNot);
