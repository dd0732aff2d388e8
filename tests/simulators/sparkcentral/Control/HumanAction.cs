namespace Spark.Simulators.Sparkcentral.Control;

internal sealed record HumanAction(string? Agent, string? Text);
