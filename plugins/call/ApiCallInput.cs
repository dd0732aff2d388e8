using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spark.Actions.Call;

/// <summary>The fields of an <c>api-call</c> step.</summary>
internal sealed record ApiCallInput
{
    /// <summary>The API Call's name.</summary>
    [JsonPropertyName("api-call")]
    public string Name { get; set; } = "";

    /// <summary>The values of its parameters.</summary>
    public JsonElement? With { get; set; }
}
