using Spark.Runtime.Access;

namespace Spark.Cockpit.Access;

/// <summary>Entries of the audit, the newest first.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Next">Give it as <c>before</c> for the page of older ones; null when there are none.</param>
internal sealed record AuditList(IReadOnlyList<AuditRecord> Entries, long? Next);
