using System.Text.Json.Serialization;

namespace Spark.Actions.Call.Authorization;

/// <summary>What a token endpoint answers (RFC 6749, 5.1).</summary>
internal sealed record TokenAnswer
{
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    /// <summary>Seconds; some servers write it as a text.</summary>
    [JsonPropertyName("expires_in")]
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public double? ExpiresIn { get; init; }
}
