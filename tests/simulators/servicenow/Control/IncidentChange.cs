namespace Spark.Simulators.ServiceNow.Control;

/// <summary>What somebody at the page changes.</summary>
internal sealed record IncidentChange
{
    public string? State { get; set; }

    public string? Comment { get; set; }

    public string? WorkNote { get; set; }

    public string? AssignmentGroup { get; set; }
}
