using System.Text.Json.Nodes;

namespace Spark.Cockpit.Instances;

/// <summary>The schema of a plugin's settings, as far as the cockpit needs to know what is secret.</summary>
internal static class SettingsSchema
{
    private const string FileName = "settings.schema.json";

    /// <summary>The schema of the plugin in a folder; null when it has none.</summary>
    public static JsonObject? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path)) as JsonObject : null;
    }

    /// <summary>The settings that are written and never read again.</summary>
    public static IReadOnlySet<string> Secrets(JsonObject? schema) => schema?["properties"] is JsonObject properties
        ? properties.Where(property => property.Value?["writeOnly"]?.GetValue<bool>() == true).Select(property => property.Key).ToHashSet(StringComparer.Ordinal)
        : new HashSet<string>(StringComparer.Ordinal);
}
