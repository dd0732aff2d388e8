namespace Spark.Engine.Reading.Yaml;

/// <summary>A key of a mapping and what stands behind it.</summary>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value)
{
    /// <summary>The key's text.</summary>
    public string Name => Key.Value;
}
