using System.Text.Json;
using System.Text.Json.Nodes;

namespace Spark.Expressions.Values;

/// <summary>Reads JSON nodes where they lie.</summary>
internal static class JsonNodes
{
    public static Value ToValue(JsonNode? node) => node switch
    {
        null => Value.Null,
        JsonObject map => new Value(new NodeObjectCell(map)),
        JsonArray list => new Value(new ArrayCell([.. list.Select(ToValue)])),
        JsonValue value => ToValue(value),
        _ => default,
    };

    private static Value ToValue(JsonValue value)
    {
        if (value.TryGetValue<JsonElement>(out var element))
        {
            return JsonElements.ToValue(element);
        }

        return value.GetValueKind() switch
        {
            JsonValueKind.String when value.TryGetValue<string>(out var text) => Value.From(text),
            JsonValueKind.Number when value.TryGetValue<double>(out var number) => Value.From(number),
            JsonValueKind.Number when value.TryGetValue<int>(out var number) => Value.From(number),
            JsonValueKind.Number when value.TryGetValue<long>(out var number) => Value.From((double)number),
            JsonValueKind.True => Value.True,
            JsonValueKind.False => Value.False,
            JsonValueKind.Null => Value.Null,
            _ => Value.Parse(value.ToJsonString()),
        };
    }
}
