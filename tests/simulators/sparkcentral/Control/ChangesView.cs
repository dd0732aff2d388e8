namespace Spark.Simulators.Sparkcentral.Control;

internal sealed record ChangesView(long Version);
