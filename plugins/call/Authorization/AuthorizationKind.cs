using System.Text.Json.Serialization;

namespace Spark.Actions.Call.Authorization;

/// <summary>How a connection says who calls.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AuthorizationKind>))]
internal enum AuthorizationKind
{
    [JsonStringEnumMemberName("none")]
    None,

    [JsonStringEnumMemberName("basic")]
    Basic,

    [JsonStringEnumMemberName("bearer")]
    Bearer,

    [JsonStringEnumMemberName("api-key")]
    ApiKey,

    [JsonStringEnumMemberName("oauth2-client-credentials")]
    ClientCredentials,
}
