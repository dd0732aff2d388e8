using System.Buffers;
using System.Security.Cryptography;

namespace Spark.Channels.Sparkcentral.Inbound;

/// <summary>The key of the webhooks' signatures. The shared secret is its hexadecimal form, not its text.</summary>
internal sealed class WebhookKey
{
    private readonly byte[] key;

    private WebhookKey(byte[] key) => this.key = key;

    /// <summary>Reads the shared secret; null when it is not one.</summary>
    public static WebhookKey? Decode(string sharedSecret)
    {
        var bytes = new byte[sharedSecret.Length / 2];
        return bytes.Length > 0 && Convert.FromHexString(sharedSecret, bytes, out _, out _) == OperationStatus.Done
            ? new WebhookKey(bytes)
            : null;
    }

    /// <summary>Whether the signature belongs to exactly these bytes. Digits of either case are taken.</summary>
    public bool Signs(ReadOnlySpan<byte> body, string signature)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (signature.Length != 2 * given.Length
            || Convert.FromHexString(signature, given, out _, out _) != OperationStatus.Done)
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, body, expected);
        return CryptographicOperations.FixedTimeEquals(expected, given);
    }
}
