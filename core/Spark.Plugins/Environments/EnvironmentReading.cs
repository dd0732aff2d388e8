using Spark.Engine.Reading;

namespace Spark.Plugins.Environments;

/// <summary>What became of reading an environment: the environment when nothing was wrong, and all that was.</summary>
/// <param name="Config">The environment; null when there are findings.</param>
/// <param name="Findings">All findings, by line and column.</param>
public sealed record EnvironmentReading(EnvironmentConfig? Config, IReadOnlyList<Finding> Findings);
