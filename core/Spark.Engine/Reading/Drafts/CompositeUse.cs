using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Drafts;

/// <summary>A composite as it is written, for what is said of it.</summary>
/// <param name="Variable">The variable's name.</param>
/// <param name="Parts">The name of each part, and what it is like.</param>
/// <param name="Patterns">The patterns by language.</param>
internal sealed record CompositeUse(
    YamlScalar Variable,
    IReadOnlyList<KeyValuePair<YamlScalar, YamlScalar>> Parts,
    IReadOnlyList<KeyValuePair<YamlScalar, IReadOnlyList<YamlScalar>>> Patterns);
