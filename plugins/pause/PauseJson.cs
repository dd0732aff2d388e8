using System.Text.Json.Serialization;

namespace Spark.Actions.Pause;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PauseInput))]
[JsonSerializable(typeof(PauseOutput))]
internal sealed partial class PauseJson : JsonSerializerContext;
