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

        if (!Watermark.TryRead(request, out var after) || !Watermark.TryRead(request, "before", out var before))
        {
            return Watermark.Refusal();
        }

        if (before > 0)
        {
            return await ReadBeforeAsync(conversationId, before, token, cancellationToken);
        }

        if (await feed.ReadAsync(conversationId, after, PageSize, cancellationToken) is not { } page)
        {
            return DirectLineError.UnknownConversation();
        }

        var activities = renderer.Render(page.Entries, conversationId, token.UserId);
        return WebhookResponse.Json(200, JsonSerializer.SerializeToUtf8Bytes(
            new ActivityPage(activities, Watermark.Write(page.Watermark)), WebChatJson.Default.ActivityPage));
    }

    // What was said before the part of a conversation that a page began with.
    private async ValueTask<WebhookResponse> ReadBeforeAsync(string conversationId, long before, ConversationToken token, CancellationToken cancellationToken)
    {
        if (await feed.ReadLastAsync(conversationId, before, Watermark.HistoryPage, cancellationToken) is not { } page)
        {
            return DirectLineError.UnknownConversation();
        }

        var activities = renderer.Render(page.Entries, conversationId, token.UserId);
        return WebhookResponse.Json(200, JsonSerializer.SerializeToUtf8Bytes(
            new ActivityPage(activities, Watermark.Write(page.Watermark), page.Start > 0 ? Watermark.Write(page.Start) : null), WebChatJson.Default.ActivityPage));
    }

    public async ValueTask<WebhookReceipt> PostAsync(WebhookRequest request, string conversationId, CancellationToken cancellationToken)
    {
        if (!callers.Admit(request, conversationId, out var token, out var refusal)
            || (refusal = ActivityReader.Read(request.Body.Span, out var activity, out var clientReference)) is not null)
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
}
