using System.Security.Cryptography;
using System.Text;

namespace Spark.Engine.Reading.Locales;

/// <summary>Tells texts apart in the lock file.</summary>
internal static class TextHash
{
    /// <summary>How many hexadecimal digits a hash has: enough to tell a text from its next version.</summary>
    public const int Length = 16;

    /// <summary>The beginning of the text's SHA-256 over UTF-8, in lower-case hexadecimal. Line ends count as line feeds.</summary>
    public static string Of(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))))[..Length];
}
