using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spark.Engine.Definitions;
using Spark.Engine.Reading;
using Spark.Plugins.Environments;

namespace Spark.Plugins.Instances;

/// <summary>Finds all settings that do not fit the plugin's type: the reader itself stops at the first.</summary>
internal static class SettingsCheck
{
    public static void Check(byte[] json, SettingNode settings, JsonTypeInfo type, SourceLocation at, string what, List<Finding> findings)
    {
        using var document = JsonDocument.Parse(json);
        foreach (var property in type.Properties.Where(property => property is { IsExtensionData: false, CustomConverter: null }))
        {
            if (document.RootElement.TryGetProperty(property.Name, out var value))
            {
                CheckValue(value, property, Place(settings, property, at), what, findings);
            }
            else if (property.IsRequired)
            {
                findings.Add(Problem.At(
                    InstanceCodes.Settings, at, $"{what} lacks the setting '{property.Name}'.", $"Add it below settings: {Expected(property.PropertyType)}."));
            }
        }
    }

    /// <summary>What the reader says after every setting was looked at alone.</summary>
    public static Finding Whole(JsonException exception, SourceLocation at, string what) => Problem.At(
        InstanceCodes.Settings,
        at,
        exception.Path is { Length: > 2 } path
            ? $"The setting '{path[2..]}' of {what} cannot be read by its plugin."
            : $"The settings of {what} cannot be read by its plugin.",
        "Compare them with the plugin's README.");

    private static void CheckValue(JsonElement value, JsonPropertyInfo property, SourceLocation at, string what, List<Finding> findings)
    {
        if (!property.Options.TryGetTypeInfo(property.PropertyType, out var info))
        {
            return;
        }

        try
        {
            _ = value.Deserialize(info);
        }
        catch (JsonException exception)
        {
            // Its text may quote the value, and the value may be a secret.
            var inner = exception.Path is { Length: > 1 } path ? path[1..] : "";
            findings.Add(Problem.At(
                InstanceCodes.Settings,
                at,
                $"The setting '{property.Name}{inner}' of {what} does not fit.",
                inner.Length == 0 ? $"Write {Expected(property.PropertyType)}." : "Compare it with the plugin's README."));
        }
    }

    private static SourceLocation Place(SettingNode settings, JsonPropertyInfo property, SourceLocation otherwise) =>
        settings.Fields.FirstOrDefault(field => string.Equals(field.Key, property.Name, StringComparison.OrdinalIgnoreCase))?.Value.At ?? otherwise;

    private static string Expected(Type type)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (target == typeof(bool))
        {
            return "true or false, without quotes";
        }

        if (target.IsEnum)
        {
            return $"one of its values ({string.Join(", ", Enum.GetNames(target))}) as the plugin's README spells them";
        }

        if (target == typeof(decimal) || target.IsPrimitive)
        {
            return "a number, without quotes";
        }

        return target == typeof(string) ? "a text" : target == typeof(Uri) ? "an address" : "a value as the plugin's README describes it";
    }
}
