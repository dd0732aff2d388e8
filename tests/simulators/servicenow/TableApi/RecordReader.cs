using System.Text.Json;
using System.Text.Json.Nodes;
using Spark.Simulators.ServiceNow.Records;

namespace Spark.Simulators.ServiceNow.TableApi;

/// <summary>Reads what a request wants to store.</summary>
internal sealed class RecordReader(Instance instance)
{
    /// <summary>The values; null when the body is none.</summary>
    public static async Task<IReadOnlyDictionary<string, string>?> BodyAsync(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body) is JsonObject body
                ? body.ToDictionary(pair => pair.Key, pair => TextOf(pair.Value), StringComparer.Ordinal)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The values as they are stored: with <c>sysparm_input_display_value=true</c> names become what they stand for.</summary>
    public IEnumerable<KeyValuePair<string, string>> Resolve(TableDefinition table, IReadOnlyDictionary<string, string> values, bool fromDisplay)
    {
        foreach (var (field, value) in values)
        {
            yield return new(field, !fromDisplay ? value : Resolve(table, field, value));
        }
    }

    /// <summary>Why a business rule stops it; null when none does.</summary>
    public string? Refusal(IReadOnlyDictionary<string, string> values)
    {
        var choices = instance.Of("sys_choice");
        var category = values.GetValueOrDefault("category", "");
        if (category.Length > 0 && !choices.Any(choice => choice["element"] == "category" && choice["value"] == category))
        {
            return $"'{category}' is no choice of category";
        }

        var sub = values.GetValueOrDefault("subcategory", "");
        return sub.Length > 0 && !choices.Any(choice => choice["element"] == "subcategory" && choice["value"] == sub && choice["dependent_value"] == category)
            ? $"'{sub}' is no subcategory of '{category}'"
            : null;
    }

    private string Resolve(TableDefinition table, string field, string value)
    {
        if (value.Length > 0 && table.References.TryGetValue(field, out var referred))
        {
            return instance.Find(referred, value)?.SysId ?? instance.FindByDisplay(referred, value)?.SysId ?? "";
        }

        return table.Choices.TryGetValue(field, out var choices) && choices.FirstOrDefault(choice => choice.Value == value) is { Key: { } key } ? key : value;
    }

    private static string TextOf(JsonNode? value) => value switch
    {
        null => "",
        JsonValue text when text.GetValueKind() == JsonValueKind.String => text.GetValue<string>(),
        _ => value.ToJsonString(),
    };
}
