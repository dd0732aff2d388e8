using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Spark.Channels.WebChat.Tokens;

/// <summary>
/// Makes and reads tokens: a JSON Web Token with HMAC-SHA256, because Web Chat looks into its token for the person's id.
/// The first part is compared, never interpreted, so no token can choose how it is verified.
/// </summary>
internal sealed class TokenSigner
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    /// <summary>For so long after its end a token can still be renewed: a tab sleeps, and its person comes back to it the next morning.</summary>
    public static readonly TimeSpan Renewable = TimeSpan.FromHours(24);

    private const int LongestToken = 4096;
    private static readonly string Head = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    private readonly byte[] key;
    private readonly string instance;
    private readonly TimeProvider time;

    public TokenSigner(string secret, string instance, TimeProvider time)
    {
        // A key of its own: the secret is also presented as a bearer, and one use should tell nothing about the other.
        key = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), "spark web-chat conversation tokens"u8);
        this.instance = instance;
        this.time = time;
    }

    public string Sign(ConversationToken token)
    {
        var payload = new TokenPayload
        {
            ConversationId = token.ConversationId,
            UserId = token.UserId,
            UserName = token.UserName,
            Email = token.Email,
            IsVouchedFor = token.IsVouchedFor,
            OwnsEmail = token.OwnsEmail,
            Instance = instance,
            Expires = (time.GetUtcNow() + Life).ToUnixTimeSeconds(),
        };
        var signed = $"{Head}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(payload, WebChatJson.Default.TokenPayload))}";
        return $"{signed}.{Signature(signed)}";
    }

    /// <summary>Reads a token. Of one that is too old the content is read as well, as long as it can be renewed.</summary>
    public TokenVerdict Read(string token, out ConversationToken? content)
    {
        content = null;
        var end = token.LastIndexOf('.');
        if (token.Length > LongestToken || end < Head.Length || !token.StartsWith(Head + ".", StringComparison.Ordinal)
            || !SameText(token[(end + 1)..], Signature(token[..end])))
        {
            return TokenVerdict.Invalid;
        }

        // Signed by us, so it can be read.
        var payload = JsonSerializer.Deserialize(Base64Url.DecodeFromChars(token.AsSpan(Head.Length + 1, end - Head.Length - 1)), WebChatJson.Default.TokenPayload)!;
        if (payload.Instance != instance)
        {
            return TokenVerdict.Invalid;
        }

        var late = time.GetUtcNow().ToUnixTimeSeconds() - payload.Expires;
        if (late >= (long)Renewable.TotalSeconds)
        {
            return TokenVerdict.Expired;
        }

        content = new ConversationToken
        {
            ConversationId = payload.ConversationId,
            UserId = payload.UserId,
            UserName = payload.UserName,
            Email = payload.Email,
            IsVouchedFor = payload.IsVouchedFor,
            OwnsEmail = payload.OwnsEmail,
        };
        return late >= 0 ? TokenVerdict.Expired : TokenVerdict.Valid;
    }

    private static bool SameText(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));

    private string Signature(string signed) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed)));
}
