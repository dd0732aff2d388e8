using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spark.Actions.JsonEvent;

/// <summary>The step's fields.</summary>
internal sealed record JsonEventInput
{
    /// <summary>The event's name.</summary>
    [JsonPropertyName("json-event")]
    public required string Name { get; init; }

    /// <summary>Its data.</summary>
    public JsonElement? Data { get; init; }
}
