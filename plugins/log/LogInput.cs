using System.Text.Json;

namespace Spark.Actions.Log;

/// <summary>The step's fields.</summary>
internal sealed record LogInput
{
    /// <summary>What happened, in the designer's words.</summary>
    public required string Log { get; init; }

    /// <summary><c>debug</c>, <c>info</c>, <c>warning</c> or <c>error</c>.</summary>
    public string? Level { get; init; }

    /// <summary>Values that go with it.</summary>
    public Dictionary<string, JsonElement>? Data { get; init; }

    /// <summary>Names in <see cref="Data"/> whose values are not shown.</summary>
    public string[]? Mask { get; init; }
}
