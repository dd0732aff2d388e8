namespace Spark.Simulators.Desk.Api;

/// <summary>A message of the person.</summary>
internal sealed record NewMessage(string? Text, Dictionary<string, string>? Attributes);
