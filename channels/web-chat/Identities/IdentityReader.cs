using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spark.Channels.WebChat.Tokens;

namespace Spark.Channels.WebChat.Identities;

/// <summary>
/// Reads tokens by which the server of a site vouches for its user: JSON Web Tokens (RFC 7519) with HMAC-SHA256 under a key that only that
/// server and this channel have, and for a day at most.
/// </summary>
internal sealed class IdentityReader(string? key, string instance, TimeProvider time)
{
    private const string Algorithm = "HS256";
    private const int LongestToken = 4096;
    private const int LongestId = 100;
    private const int LongestText = 200;

    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(24);
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    private readonly byte[]? key = string.IsNullOrEmpty(key) ? null : Encoding.UTF8.GetBytes(key);

    public TokenVerdict Read(string token, out SiteUser? user)
    {
        user = null;
        var parts = token.Split('.');
        if (key is null || token.Length > LongestToken || parts.Length != 3
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(parts[2]), Encoding.UTF8.GetBytes(Signature($"{parts[0]}.{parts[1]}")))
            || Json(parts[0], WebChatJson.Default.IdentityHead) is not { Algorithm: Algorithm }
            || Json(parts[1], WebChatJson.Default.IdentityClaims) is not { } claims)
        {
            return TokenVerdict.Invalid;
        }

        var now = time.GetUtcNow();
        if (claims.Subject is not { Length: > 0 and <= LongestId } subject || subject.Any(char.IsControl)
            || claims.Expires is not { } end || end > (now + LongestLife + Skew).ToUnixTimeSeconds()
            || claims.NotBefore > (now + Skew).ToUnixTimeSeconds()
            || (claims.Audience is { } audience && audience != instance))
        {
            return TokenVerdict.Invalid;
        }

        if (end <= (now - Skew).ToUnixTimeSeconds())
        {
            return TokenVerdict.Expired;
        }

        var email = Short(claims.Email);
        user = new(subject, Short(claims.Name), email, claims.EmailVerified && email is not null);
        return TokenVerdict.Valid;
    }

    private static string? Short(string? text) => string.IsNullOrWhiteSpace(text) || text.Length > LongestText ? null : text;

    private static T? Json<T>(string part, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(Base64Url.DecodeFromChars(part), type);
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            return null;
        }
    }

    private string Signature(string signed) => Base64Url.EncodeToString(HMACSHA256.HashData(key!, Encoding.UTF8.GetBytes(signed)));
}
