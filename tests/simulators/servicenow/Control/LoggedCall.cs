namespace Spark.Simulators.ServiceNow.Control;

/// <summary>A request to the Table API, as it came.</summary>
internal sealed record LoggedCall(string Method, string Table, string Query);
