using Spark.Channels.WebChat.Conversations;
using Spark.Webhooks;

namespace Spark.Channels.WebChat.Tokens;

/// <summary><c>tokens/generate</c> and <c>tokens/refresh</c>.</summary>
internal sealed class TokenEndpoints(TokenSigner signer, Callers callers, bool openToEveryone)
{
    public WebhookResponse Generate(WebhookRequest request)
    {
        var bearer = Callers.Bearer(request);
        if (bearer is null && !openToEveryone)
        {
            return DirectLineError.CredentialsMissing();
        }

        if (bearer is not null && !callers.IsSecret(bearer))
        {
            return DirectLineError.SecretWrong();
        }

        if (StartRequest.Read(request, out var wish) is { } malformed)
        {
            return malformed;
        }

        // Only who holds the secret may say who the person is; anybody else is somebody new.
        if (bearer is null)
        {
            return ConversationAnswer.Of(200, ConversationToken.ForNewConversation(), signer);
        }

        return wish.CheckUser() ?? ConversationAnswer.Of(200, ConversationToken.ForNewConversation(wish.User?.Id, wish.User?.Name), signer);
    }

    public WebhookResponse Refresh(WebhookRequest request) =>
        callers.Admit(request, out var token, out var refusal) ? ConversationAnswer.Of(200, token, signer) : refusal;
}
