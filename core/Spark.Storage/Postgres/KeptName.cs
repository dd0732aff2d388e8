using System.Security.Cryptography;
using System.Text;

namespace Spark.Storage.Postgres;

/// <summary>
/// How a name that somebody else has given stands in a key. Channels and desks give names of any length, and a row of a B-tree ends at
/// 2.7 kB: a longer one is known by its hash.
/// </summary>
internal static class KeptName
{
    /// <summary>How many bytes are kept. What else is in the key must fit beside them.</summary>
    private const int Longest = 2000;

    /// <summary>The name as it is kept.</summary>
    public static string Of(string name) => IsWhole(name) ? name : $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))}";

    /// <summary>True when nothing of it is lost.</summary>
    public static bool IsWhole(string name) => Encoding.UTF8.GetByteCount(name) <= Longest;
}
