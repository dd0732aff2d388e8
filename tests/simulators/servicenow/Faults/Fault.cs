namespace Spark.Simulators.ServiceNow.Faults;

/// <summary>A fault that waits for its requests.</summary>
internal sealed record Fault
{
    /// <summary>The method that it meets.</summary>
    public string Method { get; set; } = "POST";

    /// <summary>The table that it meets.</summary>
    public string Table { get; set; } = "incident";

    public FaultKind Kind { get; set; }

    /// <summary>For <see cref="FaultKind.Refuse"/> and <see cref="FaultKind.FailAfter"/>.</summary>
    public int Status { get; set; } = 500;

    /// <summary>For <see cref="FaultKind.Slow"/> and <see cref="FaultKind.Late"/>.</summary>
    public double DelaySeconds { get; set; }

    /// <summary>How many requests it meets.</summary>
    public int Times { get; set; } = 1;
}
