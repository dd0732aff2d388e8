using System.Text.Json.Serialization;

namespace Spark.Actions.Log;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LogInput))]
[JsonSerializable(typeof(LogOutput))]
internal sealed partial class LogJson : JsonSerializerContext;
