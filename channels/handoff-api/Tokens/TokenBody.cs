using System.Text.Json.Serialization;

namespace Spark.Channels.HandoffApi.Tokens;

/// <summary>A token, as clients in use need it: all four fields.</summary>
internal sealed record TokenBody(
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] long ExpiresIn,
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("scope")] string Scope);
