using System.Text.Json;

namespace Spark.Engine.Reading.Actions;

/// <summary>What an action's schema says of a step's fields, as far as the checker looks at it.</summary>
internal sealed class ActionFields
{
    private const string Encode = "x-encode";

    private readonly Dictionary<string, ActionField> fields = new(StringComparer.Ordinal);

    private ActionFields(JsonElement schema)
    {
        if (schema.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in properties.EnumerateObject())
            {
                fields[property.Name] = ActionField.Of(property.Value);
            }
        }

        Required = Names(schema, "required");
        Alternatives = schema.TryGetProperty("oneOf", out var oneOf) && oneOf.ValueKind == JsonValueKind.Array
            ? [.. oneOf.EnumerateArray().SelectMany(one => Names(one, "required")).Distinct(StringComparer.Ordinal)]
            : [];
        Excluded = [.. Members(schema, "dependentSchemas").SelectMany(one => Members(one.Value, "properties")
            .Where(property => property.Value.ValueKind == JsonValueKind.False)
            .Select(property => (one.Name, property.Name)))];
        Needed = [.. Members(schema, "dependentRequired").SelectMany(one => Names(schema.GetProperty("dependentRequired"), one.Name).Select(name => (one.Name, name)))];
        IsClosed = schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.False;
    }

    /// <summary>The fields' names.</summary>
    public IEnumerable<string> All => fields.Keys;

    /// <summary>The fields that each step has.</summary>
    public IReadOnlyList<string> Required { get; }

    /// <summary>The fields of which each step has exactly one.</summary>
    public IReadOnlyList<string> Alternatives { get; }

    /// <summary>Pairs of fields of which the second cannot stand beside the first.</summary>
    public IReadOnlyList<(string Field, string Other)> Excluded { get; }

    /// <summary>Pairs of fields of which the first needs the second.</summary>
    public IReadOnlyList<(string Field, string Other)> Needed { get; }

    /// <summary>True when there are no other fields.</summary>
    public bool IsClosed { get; }

    public ActionField? Find(string name) => fields.GetValueOrDefault(name);

    /// <summary>Reads a schema; null when it says nothing that could be used.</summary>
    public static ActionFields? Read(string? schema)
    {
        try
        {
            using var document = JsonDocument.Parse(schema ?? "null");
            return document.RootElement.ValueKind == JsonValueKind.Object ? new(document.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>True when the schema says that the field is a part of an address.</summary>
    public static bool IsPath(JsonElement property) =>
        property.ValueKind == JsonValueKind.Object && property.TryGetProperty(Encode, out var encode) && encode.ValueEquals("path");

    private static JsonProperty[] Members(JsonElement schema, string name) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Object ? [.. found.EnumerateObject()] : [];

    internal static IReadOnlyList<string> Names(JsonElement schema, string name) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Array
            ? [.. found.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];
}
