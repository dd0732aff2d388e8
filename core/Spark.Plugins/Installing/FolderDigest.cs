using System.Security.Cryptography;
using System.Text;

namespace Spark.Plugins.Installing;

/// <summary>By which two folders of a plugin are known to be the same.</summary>
public static class FolderDigest
{
    /// <summary>The SHA-256 of the list of a folder's files with theirs, in hexadecimal digits.</summary>
    public static async Task<string> OfAsync(string folder, CancellationToken cancellationToken)
    {
        var lines = new StringBuilder();
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            await using var content = File.OpenRead(file);
            lines.Append(Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken)))
                .Append("  ").Append(Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ToString())));
    }
}
