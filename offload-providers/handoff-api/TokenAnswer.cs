using System.Text.Json.Serialization;

namespace Spark.Offload.HandoffApi;

/// <summary>What is read of the token endpoint's answer.</summary>
internal sealed record TokenAnswer
{
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; set; }

    [JsonPropertyName("expires_in")]
    public long ExpiresIn { get; set; }
}
