namespace Spark.Simulators.Sparkcentral.Control;

internal sealed record OwnerView(string Kind, string Name, string? Assignment);
