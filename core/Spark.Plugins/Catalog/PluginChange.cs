using Spark.Engine.Reading;

namespace Spark.Plugins.Catalog;

/// <summary>What came of reading a plugin's folders again.</summary>
/// <param name="IsDone">False when the new state cannot be used, and the old one went on.</param>
/// <param name="Findings">What is wrong; empty when nothing is.</param>
public sealed record PluginChange(bool IsDone, IReadOnlyList<Finding> Findings);
