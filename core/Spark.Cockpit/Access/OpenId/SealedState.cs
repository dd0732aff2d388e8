using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;

namespace Spark.Cockpit.Access.OpenId;

/// <summary>
/// What a browser carries to the provider and back, sealed. The key comes from the client's secret, which all nodes have and the database has
/// not: the browser may come back to another node.
/// </summary>
internal sealed class SealedState(OpenIdSettings settings, TimeProvider time) : ISecureDataFormat<AuthenticationProperties>
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>How long somebody may take to sign in at the provider.</summary>
    public static readonly TimeSpan Holds = TimeSpan.FromMinutes(15);

    private readonly byte[] key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(settings.ClientSecret), 32, info: Encoding.UTF8.GetBytes($"spark sign-in state {settings.ClientId}"));

    public string Protect(AuthenticationProperties data) => Protect(data, null);

    public string Protect(AuthenticationProperties data, string? purpose)
    {
        var plain = PropertiesSerializer.Default.Serialize(data);
        var text = new byte[sizeof(long) + plain.Length];
        BinaryPrimitives.WriteInt64BigEndian(text, time.GetUtcNow().ToUnixTimeSeconds());
        plain.CopyTo(text, sizeof(long));
        var sealed_ = new byte[NonceBytes + TagBytes + text.Length];
        RandomNumberGenerator.Fill(sealed_.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(sealed_.AsSpan(0, NonceBytes), text, sealed_.AsSpan(NonceBytes + TagBytes), sealed_.AsSpan(NonceBytes, TagBytes), Bound(purpose));
        return Base64Url.EncodeToString(sealed_);
    }

    public AuthenticationProperties? Unprotect(string? protectedText) => Unprotect(protectedText, null);

    public AuthenticationProperties? Unprotect(string? protectedText, string? purpose)
    {
        try
        {
            var sealed_ = Base64Url.DecodeFromChars(protectedText);
            if (sealed_.Length < NonceBytes + TagBytes + sizeof(long))
            {
                return null;
            }

            var text = new byte[sealed_.Length - NonceBytes - TagBytes];
            using var cipher = new AesGcm(key, TagBytes);
            cipher.Decrypt(sealed_.AsSpan(0, NonceBytes), sealed_.AsSpan(NonceBytes + TagBytes), sealed_.AsSpan(NonceBytes, TagBytes), text, Bound(purpose));
            var age = time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(text));
            return age <= Holds ? PropertiesSerializer.Default.Deserialize(text[sizeof(long)..]) : null;
        }
        catch (Exception broken) when (broken is FormatException or CryptographicException)
        {
            return null;
        }
    }

    private static byte[] Bound(string? purpose) => Encoding.UTF8.GetBytes(purpose ?? "");
}
