using Spark.Channels.WebChat.Activities;
using Spark.Channels.WebChat.Tokens;
using Spark.Webhooks;

namespace Spark.Channels.WebChat.Conversations;

/// <summary><c>conversations</c>: start one, come back to one.</summary>
internal sealed class ConversationEndpoints(TokenSigner signer, Callers callers, IConversationFeed feed)
{
    public WebhookReceipt Start(WebhookRequest request)
    {
        if (StartRequest.Read(request, out var wish) is { } malformed)
        {
            return WebhookReceipt.Only(malformed);
        }

        ConversationToken? token;
        if (Callers.Bearer(request) is { } bearer && callers.IsSecret(bearer))
        {
            if (wish.CheckUser() is { } refused)
            {
                return WebhookReceipt.Only(refused);
            }

            token = ConversationToken.ForNewConversation(wish.User?.Id, wish.User?.Name);
        }
        else if (!callers.Admit(request, out token, out var refusal))
        {
            return WebhookReceipt.Only(refusal);
        }

        return WebhookReceipt.Accept(ConversationAnswer.Of(201, token, signer), new ConversationStarted
        {
            ConversationId = token.ConversationId,
            Keys = ["started"],
            BotSpeaksFirst = true,
            Person = PersonReader.Read(token, wish.User?.Name, wish.Locale, timeZone: null),
        });
    }

    /// <summary>A client that comes back shows its token and gets a fresh one, and where the last messages begin.</summary>
    public async ValueTask<WebhookResponse> ResumeAsync(WebhookRequest request, string conversationId, CancellationToken cancellationToken)
    {
        if (!callers.Admit(request, conversationId, out var token, out var refusal))
        {
            return refusal;
        }

        if (!Watermark.TryRead(request, out _))
        {
            return Watermark.Refusal();
        }

        return await feed.ReadLastAsync(conversationId, before: null, Watermark.HistoryPage, cancellationToken) is { } page
            ? ConversationAnswer.Of(200, token, signer, Watermark.Write(page.Start))
            : DirectLineError.UnknownConversation();
    }
}
