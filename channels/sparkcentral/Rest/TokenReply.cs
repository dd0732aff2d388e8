using System.Text.Json.Serialization;

namespace Spark.Channels.Sparkcentral.Rest;

/// <summary>What the token endpoint answers, as far as it is read: a token, or an OAuth 2.0 error.</summary>
internal sealed record TokenReply
{
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    [JsonPropertyName("expires_in")]
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public double? ExpiresIn { get; init; }

    [JsonPropertyName("error")]
    public string? Error { get; init; }
}
