using System.Text.Json.Serialization;

namespace Spark.Actions.JsonEvent;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(JsonEventInput))]
[JsonSerializable(typeof(JsonEventOutput))]
internal sealed partial class JsonEventJson : JsonSerializerContext;
