using System.Text.Json.Serialization;

namespace Spark.Understanding.OpenAi;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OpenAiSettings))]
[JsonSerializable(typeof(Reply))]
internal sealed partial class OpenAiJson : JsonSerializerContext;
