using System.Text.Json.Nodes;
using Spark.Engine.Reading;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Tests.Reading.Schemas;

/// <summary>A bot's file as the JSON that a schema looks at.</summary>
internal static class YamlJson
{
    /// <summary>The document; null when it is no YAML of the profile.</summary>
    public static JsonNode? Read(string path, string text)
    {
        var findings = new FindingBag();
        return YamlFile.Read(path, text, findings) is { } root && !findings.HasErrors ? Of(root) : null;
    }

    private static JsonNode? Of(YamlNode node) => node switch
    {
        YamlMapping mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Name, Of(entry.Value)))),
        YamlSequence sequence => new JsonArray([.. sequence.Items.Select(Of)]),
        YamlScalar { IsNull: true } => null,
        YamlScalar scalar when scalar.AsBoolean() is { } boolean => JsonValue.Create(boolean),
        YamlScalar scalar when scalar.AsNumber() is { } number => JsonValue.Create(number),
        YamlScalar scalar => JsonValue.Create(scalar.Value),
        _ => null,
    };
}
