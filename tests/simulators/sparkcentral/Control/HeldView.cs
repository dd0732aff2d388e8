namespace Spark.Simulators.Sparkcentral.Control;

internal sealed record HeldView(int Held);
