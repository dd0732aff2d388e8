using System.Text.Json;

namespace Spark.ApiCalls;

/// <summary>Asks for a run of an API Call. Since contract 1.2.</summary>
public sealed record ApiCallOrder
{
    /// <summary>The API Call's name.</summary>
    public required string Name { get; init; }

    /// <summary>The values of its parameters: an object. What the API Call does not declare is left out; what is missing has its default.</summary>
    public required JsonElement Parameters { get; init; }
}
