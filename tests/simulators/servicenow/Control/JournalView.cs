namespace Spark.Simulators.ServiceNow.Control;

/// <summary>An entry of an incident's journal.</summary>
internal sealed record JournalView(string Kind, string Text, string At, string By);
