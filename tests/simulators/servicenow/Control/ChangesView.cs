namespace Spark.Simulators.ServiceNow.Control;

/// <summary>Another number when something has changed.</summary>
internal sealed record ChangesView(long Version);
