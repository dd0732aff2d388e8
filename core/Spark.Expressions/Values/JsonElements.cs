using System.Text.Json;

namespace Spark.Expressions.Values;

/// <summary>Reads what lies in a JSON document.</summary>
internal static class JsonElements
{
    public static Value ToValue(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new Value(new JsonObjectCell(element)),
        JsonValueKind.Array => new Value(new ArrayCell(element)),
        JsonValueKind.String => new Value(Text(element)),
        JsonValueKind.Number => Value.From(element.GetDouble()),
        JsonValueKind.True => Value.True,
        JsonValueKind.False => Value.False,
        JsonValueKind.Null => Value.Null,
        _ => default,
    };

    public static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate in the name; the raw text before the value holds it.
            var raw = property.ToString();
            var end = JsonTextReader.EndOfString(raw, 0);
            return new JsonTextReader(raw[..end]).ReadDocument().AsString();
        }
    }

    private static string Text(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate, which the language allows and the library's reader does not.
            return new JsonTextReader(element.GetRawText()).ReadDocument().AsString();
        }
    }
}
