using System.Buffers;
using System.Text.Json;

namespace Spark.Actions.Call;

/// <summary>The headers that a step or a connection may set.</summary>
internal static class RequestHeaders
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>What the connection's settings or HTTP itself decide.</summary>
    private static readonly HashSet<string> NotTheSteps = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "Connection", "Content-Length", "Cookie", "Expect", "Host", "Keep-Alive", "Proxy-Authorization", "Proxy-Connection",
        "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    };

    /// <summary>Reads a step's headers.</summary>
    /// <exception cref="RefusedCallException">One cannot be sent.</exception>
    public static List<KeyValuePair<string, string>> Read(IReadOnlyDictionary<string, JsonElement>? headers)
    {
        var read = new List<KeyValuePair<string, string>>();
        foreach (var (name, element) in headers ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal))
        {
            if (element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            {
                continue;
            }

            if (Problem(name, TargetAddress.TextOf(element)) is { } problem)
            {
                throw new RefusedCallException(problem);
            }

            read.Add(new(name, TargetAddress.TextOf(element)));
        }

        return read;
    }

    /// <summary>What is wrong with a header; null when nothing is.</summary>
    public static string? Problem(string name, string value)
    {
        if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(NameCharacters))
        {
            return "A header's name is no name.";
        }

        if (NotTheSteps.Contains(name))
        {
            return $"The header '{name}' is not for a step or 'headers' to set: the connection's settings and HTTP itself do.";
        }

        return value.Any(character => character is < ' ' and not '\t' or > '~')
            ? $"The header '{name}' would hold a line break, a control character or one beyond ASCII."
            : null;
    }
}
