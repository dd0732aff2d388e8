using System.Text.Json.Serialization;

namespace Spark.UnderTest.Hanging;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PlainSettings))]
internal sealed partial class PlainJson : JsonSerializerContext;
