using System.Text.Json.Serialization;

namespace Spark.Offload.SparkcentralQueue;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SparkcentralQueueSettings))]
internal sealed partial class SparkcentralQueueJson : JsonSerializerContext;
