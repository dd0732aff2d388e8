using System.Text.Json;
using System.Text.Json.Serialization;
using Spark.Channels.WebChat.Tokens;
using Spark.Webhooks;

namespace Spark.Channels.WebChat.Conversations;

/// <summary>Direct Line's conversation document. Without <c>streamUrl</c>: clients poll.</summary>
internal sealed record ConversationAnswer
{
    public required string ConversationId { get; init; }

    public required string Token { get; init; }

    [JsonPropertyName("expires_in")]
    public required int ExpiresIn { get; init; }

    /// <summary>Ours: where the last messages of a conversation begin, for who comes back to it; 0 when they are all of it.</summary>
    public string? Watermark { get; init; }

    /// <summary>Answers with a token that lives from now on.</summary>
    public static WebhookResponse Of(int status, ConversationToken token, TokenSigner signer, string? watermark = null) => WebhookResponse.Json(
        status,
        JsonSerializer.SerializeToUtf8Bytes(
            new ConversationAnswer
            {
                ConversationId = token.ConversationId,
                Token = signer.Sign(token),
                ExpiresIn = (int)TokenSigner.Life.TotalSeconds,
                Watermark = watermark,
            },
            WebChatJson.Default.ConversationAnswer));
}
