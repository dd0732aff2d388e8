using System.Text.Json.Serialization;
using Spark.Channels.Sparkcentral.Rest;

namespace Spark.Channels.Sparkcentral;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(SparkcentralSettings))]
[JsonSerializable(typeof(Manipulation))]
[JsonSerializable(typeof(TokenReply))]
internal sealed partial class SparkcentralJson : JsonSerializerContext;
