using System.Text.Json.Serialization;

namespace Spark.Offload.Itsm;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ItsmSettings))]
[JsonSerializable(typeof(CategorizeInput))]
[JsonSerializable(typeof(CategorizeOutput))]
internal sealed partial class ItsmJson : JsonSerializerContext;
