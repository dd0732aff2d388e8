using System.Collections.Frozen;
using System.Text.Json;
using Spark.Expressions;

namespace Spark.Engine.Reading.Actions;

/// <summary>The names under which a step's expressions see its result, each with its kind; null for a kind that depends.</summary>
internal static class ResultFields
{
    // Of every step with a result, whatever it does.
    private static readonly KeyValuePair<string, ValueKind?>[] OfAll = [new("result", ValueKind.String), new("reason", ValueKind.String)];

    /// <summary>Of an offload: what a provider's decision may bring.</summary>
    public static IReadOnlyDictionary<string, ValueKind?> OfOffloads { get; } = new KeyValuePair<string, ValueKind?>[]
    {
        new("ticket", ValueKind.Object), new("position", ValueKind.Number), new("wait", ValueKind.Number), new("link", ValueKind.String),
        new("notice", ValueKind.String), new("portal", ValueKind.String), new("category", ValueKind.String),
    }.Concat(OfAll).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Reads the schema of an action's result; null when it does not tell all of its fields.</summary>
    public static IReadOnlyDictionary<string, ValueKind?>? Read(string? schema)
    {
        if (schema is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(schema);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("properties", out var properties))
        {
            return null;
        }

        var fields = new Dictionary<string, ValueKind?>(StringComparer.Ordinal);
        foreach (var property in properties.EnumerateObject())
        {
            fields[property.Name] = KindOf(ActionField.Of(property.Value));
        }

        foreach (var (name, kind) in OfAll)
        {
            fields[name] = kind;
        }

        return fields.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // A field that may be null is missing then, which an expression sees as nothing at all.
    private static ValueKind? KindOf(ActionField field) => field.Types.Where(type => type != "null").Distinct(StringComparer.Ordinal).ToList() switch
    {
        ["integer"] or ["number"] => ValueKind.Number,
        ["string"] => ValueKind.String,
        ["boolean"] => ValueKind.Boolean,
        ["array"] => ValueKind.Array,
        ["object"] => ValueKind.Object,
        _ => null,
    };
}
