using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Yaml;

/// <summary>A mapping; its entries keep their order, and no two have the same key.</summary>
internal sealed record YamlMapping(SourceLocation At, IReadOnlyList<YamlEntry> Entries) : YamlNode(At)
{
    /// <summary>The source of a mapping in braces, up to the end of its first line; null for one of lines.</summary>
    public string? Flow { get; init; }

    /// <inheritdoc/>
    public override string Kind => "a mapping";

    /// <summary>The entry of a key; null when there is none.</summary>
    public YamlEntry? Find(string key)
    {
        // The format's own mappings are short, and mappings with free keys are walked, not searched.
        foreach (var entry in Entries)
        {
            if (entry.Name == key)
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>True when it has the key.</summary>
    public bool Has(string key) => Find(key) is not null;
}
