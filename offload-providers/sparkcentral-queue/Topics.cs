using System.Text.Json;

namespace Spark.Offload.SparkcentralQueue;

/// <summary>The topics of a conversation: the operator's for all, then the step's.</summary>
internal static class Topics
{
    /// <summary>Joins both; names that differ only in case are one topic for Sparkcentral.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> forAll, JsonElement fields) =>
        [.. forAll.Concat(Named(fields)).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static IEnumerable<string> Named(JsonElement fields)
    {
        if (fields.ValueKind != JsonValueKind.Object || !fields.TryGetProperty("topics", out var topics))
        {
            return [];
        }

        IEnumerable<JsonElement> names = topics.ValueKind == JsonValueKind.Array ? topics.EnumerateArray() : [topics];
        return names
            .Where(name => name.ValueKind == JsonValueKind.String)
            .Select(name => name.GetString()!)
            .Where(name => !string.IsNullOrWhiteSpace(name));
    }
}
