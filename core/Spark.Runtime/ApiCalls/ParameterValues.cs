using System.Globalization;
using System.Text.Json;
using Spark.Expressions;
using Spark.Runtime.Texts;

namespace Spark.Runtime.ApiCalls;

/// <summary>The values of a run's parameters, each of its type.</summary>
internal static class ParameterValues
{
    /// <exception cref="FormatException">A value is missing or of another type; the message is a sentence without values.</exception>
    public static Dictionary<string, Value> Read(ApiCallDefinition definition, JsonElement given)
    {
        var values = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var parameter in definition.Parameters)
        {
            var value = Given(given, parameter.Name);
            if (value.IsUndefined && parameter.Default is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } otherwise)
            {
                value = Value.From(otherwise);
            }

            if (value.IsUndefined && parameter.Required)
            {
                throw new FormatException($"The parameter '{parameter.Name}' is required and has no value.");
            }

            values[parameter.Name] = value.IsUndefined
                ? value
                : Coerce(value, parameter.Type) ?? throw new FormatException($"The value of the parameter '{parameter.Name}' is no {Word(parameter.Type)}.");
        }

        return values;
    }

    /// <summary>A value as one of a type; null when it is none.</summary>
    public static Value? Coerce(Value value, ApiCallValueType type) => type switch
    {
        ApiCallValueType.Json => value,
        ApiCallValueType.Text => value.Kind switch
        {
            // Half a character is none in JSON, and none in an address.
            ValueKind.String => Value.From(WellFormedText.Clean(value.AsString())),
            ValueKind.Number or ValueKind.Boolean => Value.From(value.ToText()),
            _ => null,
        },
        ApiCallValueType.Number => value.Kind switch
        {
            ValueKind.Number => value,
            ValueKind.String when double.TryParse(value.AsString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => Value.From(number),
            _ => null,
        },
        _ => value.Kind switch
        {
            ValueKind.Boolean => value,
            ValueKind.String when bool.TryParse(value.AsString(), out var flag) => Value.From(flag),
            _ => null,
        },
    };

    public static string Word(ApiCallValueType type) => type switch
    {
        ApiCallValueType.Text => "text",
        ApiCallValueType.Number => "number",
        ApiCallValueType.Boolean => "true or false",
        _ => "JSON",
    };

    private static Value Given(JsonElement given, string name) =>
        given.ValueKind == JsonValueKind.Object && given.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? Value.From(value)
            : Value.Undefined;
}
