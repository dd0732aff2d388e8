namespace Spark.Runtime.Access;

/// <summary>An entry of the audit, as it is stored.</summary>
/// <param name="Number">Rises with every entry; 0 before it is stored.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who.</param>
/// <param name="What">What.</param>
/// <param name="Subject">Whom or what it concerns; null for nothing in particular.</param>
/// <param name="Details">A JSON object; null for none.</param>
public sealed record AuditRecord(long Number, DateTimeOffset At, string Actor, string What, string? Subject, string? Details);
