using System.Text;
using System.Text.Json;

namespace Spark.Actions.Call;

/// <summary>
/// Joins a step's path and query to the connection's address. Whatever the values are, the request goes to the connection's host, below
/// its path.
/// </summary>
internal static class TargetAddress
{
    /// <exception cref="RefusedCallException">The path leads elsewhere.</exception>
    public static Uri Of(Uri baseUrl, string path, IReadOnlyDictionary<string, JsonElement>? query)
    {
        var mark = path.AsSpan().IndexOf('?');
        var (place, asked) = mark < 0 ? (path, "") : (path[..mark], path[(mark + 1)..]);
        CheckPath(place);
        CheckQuery(asked);
        var joined = $"{baseUrl.AbsoluteUri.TrimEnd('/')}/{place.TrimStart('/')}";
        var text = new StringBuilder(place.Length == 0 ? baseUrl.AbsoluteUri : joined);
        var separator = '?';
        if (asked.Length > 0)
        {
            text.Append(separator).Append(asked);
            separator = '&';
        }

        foreach (var (name, value) in Parameters(query))
        {
            text.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return Uri.TryCreate(text.ToString(), UriKind.Absolute, out var target) && IsBelow(baseUrl, target)
            ? target
            : throw new RefusedCallException("The step's path does not lead below the connection's address.");
    }

    /// <summary>True when an address is on the same host, by the same protocol and port.</summary>
    public static bool IsSameHost(Uri one, Uri other) =>
        string.Equals(one.Scheme, other.Scheme, StringComparison.OrdinalIgnoreCase)
        && string.Equals(one.IdnHost, other.IdnHost, StringComparison.OrdinalIgnoreCase)
        && one.Port == other.Port
        && other.UserInfo.Length == 0;

    /// <summary>The parameters in the order that they were written, a list's items one by one.</summary>
    public static IEnumerable<(string Name, string Value)> Parameters(IReadOnlyDictionary<string, JsonElement>? fields)
    {
        foreach (var (name, value) in fields ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal))
        {
            if (value.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in value.EnumerateArray())
                {
                    yield return (name, TextOf(item));
                }
            }
            else if (value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            {
                yield return (name, TextOf(value));
            }
        }
    }

    /// <summary>A value as people write it.</summary>
    public static string TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.ValueKind == JsonValueKind.Null ? "" : value.GetRawText();

    private static bool IsBelow(Uri baseUrl, Uri target)
    {
        var root = baseUrl.AbsolutePath.TrimEnd('/') + "/";
        return IsSameHost(baseUrl, target)
            && target.Fragment.Length == 0
            && (target.AbsolutePath + "/").StartsWith(root, StringComparison.Ordinal);
    }

    private static void CheckPath(string path)
    {
        if (path.StartsWith("//", StringComparison.Ordinal) || path.Contains("://", StringComparison.Ordinal))
        {
            throw new RefusedCallException("The step's path names a host: the connection does that.");
        }

        if (path.AsSpan().ContainsAny('\\', '#') || path.Any(char.IsControl))
        {
            throw new RefusedCallException("The step's path holds a backslash, a '#' or a control character.");
        }

        // Some servers look behind the encoding, and some of those twice.
        var plain = Unescape(path);
        if (plain.Split('/', '\\').Any(segment => segment is "." or "..") || plain.Any(char.IsControl))
        {
            throw new RefusedCallException("The step's path holds '.' or '..' in place of a name, or an encoded control character.");
        }
    }

    private static void CheckQuery(string query)
    {
        if (query.Contains('#', StringComparison.Ordinal) || query.Any(char.IsControl))
        {
            throw new RefusedCallException("The step's query holds a '#' or a control character.");
        }
    }

    private static string Unescape(string path)
    {
        for (var pass = 0; pass < 3; pass++)
        {
            var plain = Uri.UnescapeDataString(path);
            if (string.Equals(plain, path, StringComparison.Ordinal))
            {
                break;
            }

            path = plain;
        }

        return path;
    }
}
