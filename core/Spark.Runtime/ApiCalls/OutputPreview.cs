using System.Text.Json;

namespace Spark.Runtime.ApiCalls;

/// <summary>What an output's expression found.</summary>
/// <param name="Name">The output's name.</param>
/// <param name="Value">The value; null when there is none.</param>
/// <param name="Problem">Why there is none; null when there is one, or none is needed.</param>
/// <param name="Code">The code of what is wrong with the expression, such as S0207.</param>
/// <param name="Position">Where in the expression; null where that says nothing.</param>
public sealed record OutputPreview(string Name, JsonElement? Value, string? Problem, string? Code, int? Position);
