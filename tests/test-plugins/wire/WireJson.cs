using System.Text.Json.Serialization;

namespace Spark.TestPlugins.Wire;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WireSettings))]
[JsonSerializable(typeof(IncomingActivity))]
[JsonSerializable(typeof(OutgoingActivity))]
[JsonSerializable(typeof(WireDetails))]
[JsonSerializable(typeof(WirePerson))]
internal sealed partial class WireJson : JsonSerializerContext;
