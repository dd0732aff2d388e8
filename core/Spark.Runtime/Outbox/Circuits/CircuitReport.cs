namespace Spark.Runtime.Outbox.Circuits;

/// <summary>How a far side stands.</summary>
/// <param name="Name">What it is: <c>channel:</c> or <c>connection:</c>, and its id.</param>
/// <param name="State">Whether calls go to it.</param>
/// <param name="Since">Since when.</param>
public sealed record CircuitReport(string Name, CircuitState State, DateTimeOffset Since);
