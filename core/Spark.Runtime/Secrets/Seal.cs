using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Spark.Runtime.Secrets;

/// <summary>
/// Seals short texts with AES-GCM. The nonce is a keyed hash of the text and of where it belongs, so that the same turn gives the same
/// bytes when it is run again, and no two texts share one.
/// </summary>
internal sealed class Seal
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly byte[] nonceKey;

    // The first closes, all open.
    private readonly byte[][] textKeys;

    public Seal(IOptions<SealOptions> options)
    {
        byte[][] secrets = options.Value.Key is { } keys
            ? [.. SealOptions.Split(keys).Select(Convert.FromBase64String)]
            : [RandomNumberGenerator.GetBytes(SealOptions.LeastBytes)];
        nonceKey = Derive(secrets[0], "spark seal nonce 1"u8);
        textKeys = [.. secrets.Select(secret => Derive(secret, "spark seal text 1"u8))];
    }

    /// <summary>Seals a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Where it belongs: the same text elsewhere looks different.</param>
    public string Close(string text, string place)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        byte[] placed = [.. Encoding.UTF8.GetBytes(place), 0, .. plain];
        var nonce = HMACSHA256.HashData(nonceKey, placed).AsSpan(0, NonceBytes);
        var box = new byte[NonceBytes + TagBytes + plain.Length];
        nonce.CopyTo(box);
        using var cipher = new AesGcm(textKeys[0], TagBytes);
        cipher.Encrypt(nonce, plain, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes));
        return Convert.ToBase64String(box);
    }

    /// <summary>Opens a text; null when it was sealed with another key, or is none.</summary>
    public string? Open(string sealedText)
    {
        var box = new byte[sealedText.Length];
        if (!Convert.TryFromBase64String(sealedText, box, out var length) || length < NonceBytes + TagBytes)
        {
            return null;
        }

        return textKeys.Select(key => Open(box.AsSpan(0, length), key)).FirstOrDefault(text => text is not null);
    }

    private static string? Open(ReadOnlySpan<byte> box, byte[] key)
    {
        var plain = new byte[box.Length - NonceBytes - TagBytes];
        try
        {
            using var cipher = new AesGcm(key, TagBytes);
            cipher.Decrypt(box[..NonceBytes], box[(NonceBytes + TagBytes)..], box.Slice(NonceBytes, TagBytes), plain);
            return Encoding.UTF8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[] Derive(byte[] secret, ReadOnlySpan<byte> purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: purpose.ToArray());
}
