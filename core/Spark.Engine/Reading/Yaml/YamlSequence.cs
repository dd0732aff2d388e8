using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Yaml;

/// <summary>A list.</summary>
internal sealed record YamlSequence(SourceLocation At, IReadOnlyList<YamlNode> Items) : YamlNode(At)
{
    /// <inheritdoc/>
    public override string Kind => "a list";
}
