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
            Instance = instance,
            Expires = (time.GetUtcNow() + Life).ToUnixTimeSeconds(),
        };
        var signed = $"{Head}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(payload, WebChatJson.Default.TokenPayload))}";
        return $"{signed}.{Signature(signed)}";
    }

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

        if (time.GetUtcNow().ToUnixTimeSeconds() >= payload.Expires)
        {
            return TokenVerdict.Expired;
        }

        content = new ConversationToken { ConversationId = payload.ConversationId, UserId = payload.UserId, UserName = payload.UserName };
        return TokenVerdict.Valid;
    }

    private static bool SameText(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));

    private string Signature(string signed) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed)));
}
