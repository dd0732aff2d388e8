using System.Text.Json;

namespace Spark.Actions.Call;

/// <summary>What expressions of the step see.</summary>
internal sealed record CallOutput
{
    /// <summary>The status code.</summary>
    public required int Status { get; init; }

    /// <summary>The headers; their names are in lower case.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body: what its JSON says, or a text; null when there is none.</summary>
    public JsonElement? Body { get; init; }
}
