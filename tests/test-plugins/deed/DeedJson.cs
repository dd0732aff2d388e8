using System.Text.Json.Serialization;

namespace Spark.TestPlugins.Deed;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DeedInput))]
[JsonSerializable(typeof(DeedOutput))]
[JsonSerializable(typeof(DeedOrder))]
internal sealed partial class DeedJson : JsonSerializerContext;
