using System.Buffers.Text;
using System.Security.Cryptography;

namespace Spark.Channels.WebChat;

/// <summary>Ids that nobody can guess: 128 random bits, safe in an address.</summary>
internal static class RandomId
{
    public static string Next() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
}
