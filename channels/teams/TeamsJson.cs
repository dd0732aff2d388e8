using System.Text.Json.Serialization;
using Spark.Channels.Teams.Rest;

namespace Spark.Channels.Teams;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(TeamsSettings))]
[JsonSerializable(typeof(TokenReply))]
internal sealed partial class TeamsJson : JsonSerializerContext;
