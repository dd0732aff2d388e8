using System.Text.Json;
using Spark.Channels.WebChat.Activities;
using Spark.Channels.WebChat.Tokens;
using Spark.Webhooks;

namespace Spark.Channels.WebChat.Conversations;

/// <summary>What a client may send when it asks for a token or starts a conversation.</summary>
internal sealed record StartRequest
{
    private const int LongestId = 128;

    public Account? User { get; init; }

    public string? Locale { get; init; }

    /// <summary>Ours: the token by which the site that shows the chat vouches for its user.</summary>
    public string? Identity { get; init; }

    /// <summary>Reads the body, which may be empty.</summary>
    /// <returns>The refusal; null when the body could be read.</returns>
    public static WebhookResponse? Read(WebhookRequest request, out StartRequest content)
    {
        content = new StartRequest();
        if (request.Body.IsEmpty)
        {
            return null;
        }

        try
        {
            content = JsonSerializer.Deserialize(request.Body.Span, WebChatJson.Default.StartRequest) ?? content;
        }
        catch (JsonException)
        {
            return DirectLineError.Malformed("The body is not JSON of the expected form.");
        }

        return null;
    }

    /// <summary>The refusal when a holder of the secret names a person in a way that Direct Line does not know.</summary>
    public WebhookResponse? CheckUser() =>
        User?.Id is { } id && (id.Length > LongestId || !id.StartsWith(ConversationToken.UserPrefix, StringComparison.Ordinal))
            ? DirectLineError.Malformed($"user.id must begin with '{ConversationToken.UserPrefix}' and have at most {LongestId} characters.")
            : null;
}
