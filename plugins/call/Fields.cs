using System.Text.Json;

namespace Spark.Actions.Call;

/// <summary>Fields of a step as names and texts.</summary>
internal static class Fields
{
    /// <summary>The fields in the order that they were written, a list's items one by one.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(IReadOnlyDictionary<string, JsonElement>? fields)
    {
        foreach (var (name, value) in fields ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal))
        {
            if (value.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in value.EnumerateArray())
                {
                    yield return new(name, TextOf(item));
                }
            }
            else if (value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            {
                yield return new(name, TextOf(value));
            }
        }
    }

    /// <summary>A value as people write it.</summary>
    public static string TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.ValueKind == JsonValueKind.Null ? "" : value.GetRawText();
}
