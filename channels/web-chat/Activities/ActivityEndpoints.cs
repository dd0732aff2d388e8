using System.Text.Json;
using Spark.Channels.WebChat.Conversations;
using Spark.Channels.WebChat.Tokens;
using Spark.Webhooks;

namespace Spark.Channels.WebChat.Activities;

/// <summary><c>conversations/{id}/activities</c>: say something, read what was said.</summary>
internal sealed class ActivityEndpoints(Callers callers, IConversationFeed feed, FeedRenderer renderer)
{
    private const int PageSize = 100;

    public async ValueTask<WebhookResponse> ReadAsync(WebhookRequest request, string conversationId, CancellationToken cancellationToken)
    {
        if (!callers.Admit(request, conversationId, out var token, out var refusal))
        {
            return refusal;
        }

        if (!Watermark.TryRead(request, out var after))
        {
            return Watermark.Refusal();
        }

        if (await feed.ReadAsync(conversationId, after, PageSize, cancellationToken) is not { } page)
        {
            return DirectLineError.UnknownConversation();
        }

        var activities = renderer.Render(page.Entries, conversationId, token.UserId);
        return WebhookResponse.Json(200, JsonSerializer.SerializeToUtf8Bytes(
            new ActivityPage(activities, Watermark.Write(page.Watermark)), WebChatJson.Default.ActivityPage));
    }

    public async ValueTask<WebhookReceipt> PostAsync(WebhookRequest request, string conversationId, CancellationToken cancellationToken)
    {
        if (!callers.Admit(request, conversationId, out var token, out var refusal)
            || (refusal = ActivityReader.Read(request, out var activity, out var clientReference)) is not null)
        {
            return WebhookReceipt.Only(refusal);
        }

        // A token alone does not make a conversation: it may never have been started, or have been forgotten since.
        if (await feed.ReadAsync(conversationId, after: 0, limit: 1, cancellationToken) is null)
        {
            return WebhookReceipt.Only(DirectLineError.UnknownConversation());
        }

        var id = ActivityId.Of(conversationId, clientReference);
        var answer = WebhookResponse.Json(200, JsonSerializer.SerializeToUtf8Bytes(new PostedActivity(id), WebChatJson.Default.PostedActivity));
        return ActivityReader.Understand(activity, id, clientReference, token) is { } message
            ? WebhookReceipt.Accept(answer, message)
            : WebhookReceipt.Only(answer);
    }

    public WebhookResponse Upload(WebhookRequest request, string conversationId) =>
        callers.Admit(request, conversationId, out _, out var refusal) ? DirectLineError.UploadsNotSupported() : refusal;
}
