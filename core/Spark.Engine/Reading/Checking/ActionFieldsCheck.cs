using System.Text.Json;
using Spark.Engine.Reading.Actions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Checking;

/// <summary>A step that runs a plugin's action has the fields that the action's schema knows, and those that it needs.</summary>
internal sealed class ActionFieldsCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        var schemas = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var deed in reading.Draft.DeedUses)
        {
            var verb = deed.Map.Entries.FirstOrDefault(entry => reading.Offers.ActionSchemas.ContainsKey(entry.Name));
            if (verb is null || deed.Map.Has("offload"))
            {
                continue;
            }

            if (!schemas.TryGetValue(verb.Name, out var schema))
            {
                using var document = JsonDocument.Parse(reading.Offers.ActionSchemas[verb.Name]);
                schemas.Add(verb.Name, schema = document.RootElement.Clone());
            }

            if (schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var properties))
            {
                Check(deed, verb, schema, properties, reading.Findings);
            }
        }
    }

    private static void Check(DeedUse deed, YamlEntry verb, JsonElement schema, JsonElement properties, FindingBag findings)
    {
        var known = properties.EnumerateObject().Select(property => property.Name).ToList();
        var takesMore = schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.Object;
        foreach (var entry in deed.Map.Entries.Where(entry => entry.Name != "id" && !AwaitingFields.Has(entry.Name)))
        {
            if (properties.TryGetProperty(entry.Name, out var form))
            {
                CheckKind(entry, form, findings);
            }
            else if (!takesMore)
            {
                findings.Error(
                    FindingCodes.UnknownField,
                    entry.Key.At,
                    $"The action '{verb.Name}' has no field '{entry.Name}'.",
                    NearestName.Suggest(entry.Name, known, $"It has {string.Join(", ", known)}."));
            }
        }

        foreach (var name in schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(item => item.GetString()!) : [])
        {
            if (!deed.Map.Has(name))
            {
                findings.Error(FindingCodes.MissingField, deed.Map.At, $"The action '{verb.Name}' needs the field '{name}'.", $"Add '{name}:' here.");
            }
        }
    }

    // A text with an expression may come to anything.
    private static void CheckKind(YamlEntry entry, JsonElement form, FindingBag findings)
    {
        if (form.ValueKind != JsonValueKind.Object || !form.TryGetProperty("type", out var type) || IsTemplate(entry.Value))
        {
            return;
        }

        var types = type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(item => item.GetString())] : new[] { type.GetString() };
        var given = entry.Value switch
        {
            YamlMapping => "object",
            YamlSequence => "array",
            YamlScalar { IsNull: true } => "null",
            YamlScalar scalar when scalar.AsBoolean() is not null => "boolean",
            YamlScalar scalar when scalar.AsNumber() is { } number => number == Math.Truncate(number) && !types.Contains("number") ? "integer" : "number",
            _ => "string",
        };
        if (!types.Contains(given))
        {
            findings.Error(
                FindingCodes.WrongKind,
                entry.Value.At,
                $"'{entry.Name}' expects {string.Join(" or ", types)}, and here stands {entry.Value.Kind}.",
                given is "number" or "integer" or "boolean" && types.Contains("string") ? $"Put it in quotes: '{entry.Value}'." : "Write a value of that kind, or a text with an {expression}.");
        }
    }

    private static bool IsTemplate(YamlNode node) => node is YamlScalar scalar && scalar.Value.Contains('{', StringComparison.Ordinal);
}
