using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spark.Actions.Call;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CallSettings))]
[JsonSerializable(typeof(CallInput))]
[JsonSerializable(typeof(CallOutput))]
[JsonSerializable(typeof(ApiCallInput))]
[JsonSerializable(typeof(ApiCallOutput))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class CallJson : JsonSerializerContext;
