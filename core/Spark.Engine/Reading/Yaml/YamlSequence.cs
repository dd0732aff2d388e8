using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Yaml;

/// <summary>A list.</summary>
internal sealed record YamlSequence(SourceLocation At, IReadOnlyList<YamlNode> Items) : YamlNode(At)
{
    /// <summary>The source of a list in brackets, up to the end of its first line; null for one of dashes.</summary>
    public string? Flow { get; init; }

    /// <inheritdoc/>
    public override string Kind => "a list";
}
