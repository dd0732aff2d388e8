using System.Buffers;

namespace Spark.Http;

/// <summary>The headers that a designer or an administrator may set for a call. Since contract 1.2.</summary>
public static class HeaderRule
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>What the credentials' settings or HTTP itself decide.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "Connection", "Content-Length", "Cookie", "Expect", "Host", "Keep-Alive", "Proxy-Authorization", "Proxy-Connection",
        "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    };

    /// <summary>What is wrong with a header, in a sentence without its value; null when nothing is.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    public static string? Problem(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(NameCharacters))
        {
            return "A header's name is no name.";
        }

        if (Reserved.Contains(name))
        {
            return $"The header '{name}' is not for a step or 'headers' to set: the connection's settings and HTTP itself do.";
        }

        return value.Any(character => character is < ' ' and not '\t' or > '~')
            ? $"The header '{name}' would hold a line break, a control character or one beyond ASCII."
            : null;
    }
}
