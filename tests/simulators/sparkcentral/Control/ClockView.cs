namespace Spark.Simulators.Sparkcentral.Control;

internal sealed record ClockView(DateTimeOffset Now, double AdvancedSeconds);
