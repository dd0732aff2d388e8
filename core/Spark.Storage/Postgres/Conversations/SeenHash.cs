using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Spark.Runtime.Turns;

namespace Spark.Storage.Postgres.Conversations;

/// <summary>A key by which an event is known, as it is stored: sixteen bytes, whatever the length of what the channel gave.</summary>
internal static class SeenHash
{
    private const int Size = 16;

    public static byte[] Of(SeenKey key)
    {
        // The length in front keeps ("a", "bc") and ("ab", "c") apart.
        var source = Encoding.UTF8.GetByteCount(key.Source);
        var bytes = new byte[sizeof(int) + source + Encoding.UTF8.GetByteCount(key.Key)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, source);
        Encoding.UTF8.GetBytes(key.Source, bytes.AsSpan(sizeof(int)));
        Encoding.UTF8.GetBytes(key.Key, bytes.AsSpan(sizeof(int) + source));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return hash[..Size].ToArray();
    }
}
