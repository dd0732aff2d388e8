using System.Text;
using Spark.Access;

namespace Spark.Channels.HandoffApi.Tokens;

/// <summary>Reads the credentials of a client from its <c>Authorization</c> header (RFC 7617).</summary>
internal static class BasicCredentials
{
    private const string Scheme = "Basic ";
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The credentials; null when the header holds none. A secret may hold colons: the id ends at the first.</summary>
    /// <param name="header">The header.</param>
    /// <param name="source">Where the request comes from.</param>
    public static ApiCredentials? Read(string? header, string? source)
    {
        if (header is null || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || Decode(header[Scheme.Length..].Trim()) is not { } text)
        {
            return null;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 ? new(text[..colon], text[(colon + 1)..], source) : null;
    }

    private static string? Decode(string base64)
    {
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var length))
        {
            return null;
        }

        try
        {
            return Strict.GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes, 0, length);
        }
    }
}
