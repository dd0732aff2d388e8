using Spark.Channels.WebChat.Conversations;
using Spark.Channels.WebChat.Identities;
using Spark.Webhooks;

namespace Spark.Channels.WebChat.Tokens;

/// <summary><c>tokens/generate</c> and <c>tokens/refresh</c>.</summary>
internal sealed class TokenEndpoints(TokenSigner signer, Callers callers, IdentityReader identities, bool openToEveryone)
{
    public WebhookResponse Generate(WebhookRequest request)
    {
        var bearer = Callers.Bearer(request);
        if (bearer is not null && !callers.IsSecret(bearer))
        {
            return DirectLineError.SecretWrong();
        }

        if (StartRequest.Read(request, out var wish) is { } malformed)
        {
            return malformed;
        }

        if (wish.Identity is { } identity)
        {
            return Vouched(identity);
        }

        if (bearer is null && !openToEveryone)
        {
            return DirectLineError.CredentialsMissing();
        }

        // Only who holds the secret may say who the person is; anybody else is somebody new.
        if (bearer is null)
        {
            return ConversationAnswer.Of(200, ConversationToken.ForNewConversation(), signer);
        }

        return wish.CheckUser() ?? ConversationAnswer.Of(200, ConversationToken.ForNewConversation(wish.User?.Id, wish.User?.Name), signer);
    }

    // One that is wrong is told, also where everybody may chat: the site means somebody, and would get nobody.
    private WebhookResponse Vouched(string identity) => identities.Read(identity, out var user) switch
    {
        TokenVerdict.Valid => ConversationAnswer.Of(200, ConversationToken.ForNewConversation(user!), signer),
        TokenVerdict.Expired => DirectLineError.IdentityExpired(),
        _ => DirectLineError.IdentityInvalid(),
    };

    /// <summary>
    /// Gives a fresh token for one that is shown. One that has run out is renewed too, for a day: where everybody may chat it proves that its
    /// holder has had the conversation, and nothing more is needed for that; whom a site vouches for, the site has to vouch for anew.
    /// </summary>
    public WebhookResponse Refresh(WebhookRequest request)
    {
        if (!callers.AdmitToRenew(request, out var token, out var isLate, out var refusal))
        {
            return refusal;
        }

        return (isLate ? LateRefusal(request, token) : null) ?? ConversationAnswer.Of(200, token, signer);
    }

    private WebhookResponse? LateRefusal(WebhookRequest request, ConversationToken token) =>
        token.IsVouchedFor ? StillVouchedFor(request, token) : openToEveryone ? null : DirectLineError.TokenExpired();

    private WebhookResponse? StillVouchedFor(WebhookRequest request, ConversationToken token)
    {
        if (StartRequest.Read(request, out var wish) is { } malformed)
        {
            return malformed;
        }

        return wish.Identity is null ? DirectLineError.TokenExpired()
            : identities.Read(wish.Identity, out var user) switch
            {
                TokenVerdict.Valid when ConversationToken.UserPrefix + user!.Id == token.UserId => null,
                TokenVerdict.Expired => DirectLineError.IdentityExpired(),
                _ => DirectLineError.IdentityInvalid(),
            };
    }
}
