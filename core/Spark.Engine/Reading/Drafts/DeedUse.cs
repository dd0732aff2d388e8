using Spark.Engine.Definitions;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Drafts;

/// <summary>A deed whose fields leave Spark.</summary>
/// <param name="Map">Its fields.</param>
/// <param name="Scope">What its expressions may name.</param>
/// <param name="Discloses">The sensitive variables that it gives away on purpose.</param>
/// <param name="Kept">The places of expressions over its result, from which nothing leaves.</param>
internal sealed record DeedUse(YamlMapping Map, ExpressionScope Scope, IReadOnlySet<string> Discloses, IReadOnlyList<SourceLocation> Kept);
