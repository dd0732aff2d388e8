using System.Security.Cryptography;
using System.Text;

namespace Spark.Engine.Reading;

/// <summary>Names a version of a bot by the hash of its files.</summary>
internal static class BotVersion
{
    private static readonly byte[] Separator = [0];

    /// <summary>SHA-256 over paths and texts in the order of the paths, in lower-case hexadecimal. What the lock file notes changes nothing that a bot does.</summary>
    public static string Of(IReadOnlyDictionary<string, string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, text) in files.Where(file => file.Key != BotFileKinds.LockFile).OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            // No file of a bot holds a zero byte, so that the separator keeps "ab" + "c" apart from "a" + "bc".
            hash.AppendData(Encoding.UTF8.GetBytes(path));
            hash.AppendData(Separator);
            hash.AppendData(Encoding.UTF8.GetBytes(text));
            hash.AppendData(Separator);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
