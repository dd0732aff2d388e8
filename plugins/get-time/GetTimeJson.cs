using System.Text.Json.Serialization;

namespace Spark.Actions.GetTime;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(GetTimeInput))]
[JsonSerializable(typeof(GetTimeOutput))]
internal sealed partial class GetTimeJson : JsonSerializerContext;
