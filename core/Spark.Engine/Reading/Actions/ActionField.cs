using System.Text.Json;

namespace Spark.Engine.Reading.Actions;

/// <summary>One field of an action, as its schema describes it.</summary>
/// <param name="IsPath">True for a part of an address.</param>
/// <param name="Words">The only texts that it takes; empty for any.</param>
/// <param name="Types">The kinds of values that it takes, in JSON Schema's words; empty for any.</param>
internal sealed record ActionField(bool IsPath, IReadOnlyList<string> Words, IReadOnlyList<string> Types)
{
    public static ActionField Of(JsonElement property) =>
        new(ActionFields.IsPath(property), ActionFields.Names(property, "enum"), TypesOf(property));

    private static IReadOnlyList<string> TypesOf(JsonElement property) =>
        property.ValueKind == JsonValueKind.Object && property.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
            ? [type.GetString()!]
            : ActionFields.Names(property, "type");
}
