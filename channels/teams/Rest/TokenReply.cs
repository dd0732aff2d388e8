using System.Text.Json.Serialization;

namespace Spark.Channels.Teams.Rest;

/// <summary>What the token endpoint answers.</summary>
internal sealed record TokenReply
{
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    [JsonPropertyName("expires_in")]
    public double? ExpiresIn { get; init; }

    [JsonPropertyName("error")]
    public string? Error { get; init; }
}
