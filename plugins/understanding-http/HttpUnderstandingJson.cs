using System.Text.Json.Serialization;

namespace Spark.Understanding.Http;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HttpUnderstandingSettings))]
[JsonSerializable(typeof(Question))]
[JsonSerializable(typeof(Reply))]
internal sealed partial class HttpUnderstandingJson : JsonSerializerContext;
