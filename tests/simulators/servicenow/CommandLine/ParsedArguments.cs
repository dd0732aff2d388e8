namespace Spark.Simulators.ServiceNow.CommandLine;

/// <summary>Either options, or all that is wrong with the arguments.</summary>
internal sealed record ParsedArguments(SimulatorOptions? Options, IReadOnlyList<string> Errors, bool WantsHelp);
