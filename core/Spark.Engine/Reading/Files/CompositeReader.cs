using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Files;

/// <summary>Reads <c>parts</c> and <c>patterns</c> of a variable.</summary>
internal static class CompositeReader
{
    /// <summary>The type that has them.</summary>
    public const string Type = "composite";

    private const string Parts = "parts";
    private const string Patterns = "patterns";

    public static CompositeDefinition Read(YamlScalar name, string type, YamlMapping map, ReadingContext reading)
    {
        if (type != Type)
        {
            foreach (var entry in map.Entries.Where(entry => entry.Name is Parts or Patterns))
            {
                reading.Findings.Error(
                    FindingCodes.FieldsDoNotFit,
                    entry.Key.At,
                    $"The variable '{name.Value}' is of type {type}, which has no '{entry.Name}'.",
                    $"Make it 'type: {Type}', or leave '{entry.Name}' out.");
            }

            return CompositeDefinition.None;
        }

        var use = new CompositeUse(name, ReadParts(name, map, reading), ReadPatterns(name, map, reading));
        reading.Draft.Composites.Add(use);
        return new(
            use.Parts.ToDictionary(part => part.Key.Value, part => part.Value.Value, StringComparer.Ordinal),
            use.Patterns.ToDictionary(
                language => language.Key.Value, language => (IReadOnlyList<string>)[.. language.Value.Select(pattern => pattern.Value)], StringComparer.OrdinalIgnoreCase));
    }

    private static List<KeyValuePair<YamlScalar, YamlScalar>> ReadParts(YamlScalar name, YamlMapping map, ReadingContext reading)
    {
        var parts = new List<KeyValuePair<YamlScalar, YamlScalar>>();
        foreach (var entry in Entries(name, map, Parts, reading))
        {
            if (reading.Nodes.Variable(entry.Key, Parts) is { } part && reading.Nodes.Scalar(entry.Value, part.Value, "a variable or a type") is { } like)
            {
                parts.Add(new(part, like));
            }
        }

        return parts;
    }

    private static List<KeyValuePair<YamlScalar, IReadOnlyList<YamlScalar>>> ReadPatterns(YamlScalar name, YamlMapping map, ReadingContext reading)
    {
        var patterns = new List<KeyValuePair<YamlScalar, IReadOnlyList<YamlScalar>>>();
        foreach (var entry in Entries(name, map, Patterns, reading))
        {
            if (reading.Nodes.Language(entry.Key, Patterns) is { } language)
            {
                patterns.Add(new(language, reading.Nodes.List(entry.Value, language.Value, reading.Expressions.TextScalar)));
            }
        }

        return patterns;
    }

    private static IReadOnlyList<YamlEntry> Entries(YamlScalar name, YamlMapping map, string field, ReadingContext reading) =>
        reading.Nodes.Require(map, field, $"The composite '{name.Value}'") is { } node ? reading.Nodes.Mapping(node, field)?.Entries ?? [] : [];
}
