using System.Text.Json.Serialization;

namespace Spark.Channels.WebChat.Identities;

/// <summary>The head of a site's token, as far as it is looked at.</summary>
internal sealed record IdentityHead
{
    [JsonPropertyName("alg")]
    public string? Algorithm { get; init; }
}
