using System.Text.Json.Serialization;

namespace Spark.TestPlugins.Bad;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BadSettings))]
[JsonSerializable(typeof(BadInput))]
[JsonSerializable(typeof(BadOutput))]
internal sealed partial class BadJson : JsonSerializerContext;
