namespace Spark.Simulators.Sparkcentral.Control;

internal sealed record ErrorsView(IReadOnlyList<string> Errors);
