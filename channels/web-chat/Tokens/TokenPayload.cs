using System.Text.Json.Serialization;

namespace Spark.Channels.WebChat.Tokens;

/// <summary>The middle of a token. Web Chat reads <c>user</c> from it and speaks under that id.</summary>
internal sealed record TokenPayload
{
    [JsonPropertyName("conv")]
    public required string ConversationId { get; init; }

    [JsonPropertyName("user")]
    public required string UserId { get; init; }

    [JsonPropertyName("name")]
    public string? UserName { get; init; }

    [JsonPropertyName("email")]
    public string? Email { get; init; }

    [JsonPropertyName("vouched")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsVouchedFor { get; init; }

    [JsonPropertyName("email_verified")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool OwnsEmail { get; init; }

    /// <summary>The channel instance: two instances may share a secret, not a token.</summary>
    [JsonPropertyName("aud")]
    public required string Instance { get; init; }

    /// <summary>Seconds since 1970.</summary>
    [JsonPropertyName("exp")]
    public required long Expires { get; init; }
}
