namespace Spark.Cockpit.Studio;

/// <summary>One thing that is behind a reply.</summary>
/// <param name="Name">What it is: event, intent, step, variable, ….</param>
/// <param name="Value">It.</param>
internal sealed record WhyLine(string Name, string Value);
