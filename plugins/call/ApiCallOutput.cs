using System.Text.Json;

namespace Spark.Actions.Call;

/// <summary>What expressions of the step see.</summary>
/// <param name="Status">The HTTP status; null when no answer came.</param>
/// <param name="Outputs">The outputs, by the names that the administrator gave them.</param>
internal sealed record ApiCallOutput(int? Status, JsonElement Outputs);
