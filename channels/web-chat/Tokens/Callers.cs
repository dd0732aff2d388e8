using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Spark.Webhooks;

namespace Spark.Channels.WebChat.Tokens;

/// <summary>Tells who sends a request: who holds the secret, who holds a token, or nobody.</summary>
internal sealed class Callers(string secret, TokenSigner signer)
{
    private const string Scheme = "Bearer ";

    private readonly byte[] secretHash = SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>What follows <c>Authorization: Bearer</c>; null when there is none.</summary>
    public static string? Bearer(WebhookRequest request)
    {
        var header = request.Header("Authorization");
        return header is not null && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && header.Length > Scheme.Length
            ? header[Scheme.Length..].Trim()
            : null;
    }

    public bool IsSecret(string bearer) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(bearer)), secretHash);

    /// <summary>Accepts a request that shows a token for any conversation.</summary>
    public bool Admit(WebhookRequest request, [NotNullWhen(true)] out ConversationToken? token, [NotNullWhen(false)] out WebhookResponse? refusal)
    {
        token = null;
        refusal = Bearer(request) is not { } bearer
            ? DirectLineError.CredentialsMissing()
            : signer.Read(bearer, out token) switch
            {
                TokenVerdict.Valid => null,
                TokenVerdict.Expired => DirectLineError.TokenExpired(),
                _ => DirectLineError.TokenInvalid(),
            };
        token = refusal is null ? token : null;
        return refusal is null;
    }

    /// <summary>Accepts a request that shows a token whose time may have run out a while ago; only a new one is to be had for that.</summary>
    public bool AdmitToRenew(WebhookRequest request, [NotNullWhen(true)] out ConversationToken? token, out bool isLate, [NotNullWhen(false)] out WebhookResponse? refusal)
    {
        isLate = false;
        if (Admit(request, out token, out refusal))
        {
            return true;
        }

        if (Bearer(request) is not { } bearer || signer.Read(bearer, out token) != TokenVerdict.Expired || token is null)
        {
            return false;
        }

        (isLate, refusal) = (true, null);
        return true;
    }

    /// <summary>Accepts a request that shows a token for this conversation.</summary>
    public bool Admit(
        WebhookRequest request, string conversationId, [NotNullWhen(true)] out ConversationToken? token, [NotNullWhen(false)] out WebhookResponse? refusal)
    {
        if (Admit(request, out token, out refusal) && token.ConversationId != conversationId)
        {
            refusal = DirectLineError.OtherConversation();
        }

        return refusal is null;
    }
}
