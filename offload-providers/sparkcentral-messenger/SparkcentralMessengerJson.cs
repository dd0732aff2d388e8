using System.Text.Json.Serialization;

namespace Spark.Offload.SparkcentralMessenger;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MessengerSettings))]
internal sealed partial class SparkcentralMessengerJson : JsonSerializerContext;
