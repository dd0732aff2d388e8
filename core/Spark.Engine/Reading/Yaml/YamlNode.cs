using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Yaml;

/// <summary>A node of a file's tree. The set is closed.</summary>
internal abstract record YamlNode(SourceLocation At)
{
    /// <summary>What the node is, for messages.</summary>
    public abstract string Kind { get; }
}
