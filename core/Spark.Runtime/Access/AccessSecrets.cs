using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Spark.Runtime.Access;

/// <summary>Secrets that the host makes up: long enough that nobody guesses one, so that a fast hash is all that has to be kept.</summary>
internal static class AccessSecrets
{
    private const int Size = 32;

    /// <summary>Forty-three characters of the URL-safe alphabet.</summary>
    public static string New()
    {
        Span<byte> random = stackalloc byte[Size];
        RandomNumberGenerator.Fill(random);
        return Base64Url.EncodeToString(random);
    }

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
