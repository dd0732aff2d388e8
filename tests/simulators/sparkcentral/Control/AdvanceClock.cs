namespace Spark.Simulators.Sparkcentral.Control;

internal sealed record AdvanceClock(double Seconds);
