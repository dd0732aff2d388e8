namespace Spark.Cockpit.Outbox;

/// <summary>Ends an effect for good.</summary>
/// <param name="Reason">Why, for the record.</param>
internal sealed record DropRequest(string Reason);
