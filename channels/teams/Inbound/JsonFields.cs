using System.Text.Json;

namespace Spark.Channels.Teams.Inbound;

/// <summary>Reads fields of a document whose every field may be absent, null or of a later kind.</summary>
internal static class JsonFields
{
    /// <summary>The text of a field; null when it is absent, empty or no text.</summary>
    public static string? Text(this JsonElement json, string name) =>
        json.Field(name) is { ValueKind: JsonValueKind.String } field && field.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>Whether the field is there and says true.</summary>
    public static bool IsTrue(this JsonElement json, string name) => json.Field(name).ValueKind == JsonValueKind.True;

    /// <summary>The object in a field; an undefined element when there is none.</summary>
    public static JsonElement Object(this JsonElement json, string name) =>
        json.Field(name) is { ValueKind: JsonValueKind.Object } field ? field : default;

    /// <summary>The items of the array in a field; none when there is none.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) =>
        json.Field(name) is { ValueKind: JsonValueKind.Array } field ? field.EnumerateArray() : [];

    /// <summary>A field; an undefined element when there is none.</summary>
    public static JsonElement Field(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var field) ? field : default;
}
