namespace Spark.Simulators.ServiceNow.Control;

/// <summary>An incident as the page shows it: display values, and its journal.</summary>
internal sealed record IncidentView(
    string SysId,
    string Number,
    string State,
    string StateName,
    string Priority,
    string Caller,
    string ShortDescription,
    string Description,
    string Category,
    string SubCategory,
    string ConfigurationItem,
    string AssignmentGroup,
    string CorrelationId,
    string OpenedAt,
    string UpdatedAt,
    IReadOnlyList<JournalView> Journal,
    IReadOnlyList<AttachmentView> Attachments);
