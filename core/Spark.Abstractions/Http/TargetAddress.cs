using System.Text;

namespace Spark.Http;

/// <summary>
/// Joins a path and a query to the address of a far side. Whatever the values are, the request goes to that host, below its path. Since
/// contract 1.2.
/// </summary>
public static class TargetAddress
{
    /// <summary>Joins them. Slashes at the seam do not matter.</summary>
    /// <param name="baseUrl">The address of the far side, without a query.</param>
    /// <param name="path">The path below it, with or without a query; values in it are encoded already.</param>
    /// <param name="query">Further parameters of the query, as they are; they are encoded here.</param>
    /// <exception cref="FormatException">The path leads elsewhere, or is none; the message is a sentence for the operator.</exception>
    public static Uri Of(Uri baseUrl, string path, IEnumerable<KeyValuePair<string, string>> query)
    {
        ArgumentNullException.ThrowIfNull(baseUrl);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(query);
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

        foreach (var (name, value) in query)
        {
            text.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return Uri.TryCreate(text.ToString(), UriKind.Absolute, out var target) && IsBelow(baseUrl, target)
            ? target
            : throw new FormatException("The path does not lead below the base address.");
    }

    /// <summary>True when an address is on the same host, by the same protocol and port.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other, which must bear no user.</param>
    public static bool IsSameHost(Uri one, Uri other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return string.Equals(one.Scheme, other.Scheme, StringComparison.OrdinalIgnoreCase)
            && string.Equals(one.IdnHost, other.IdnHost, StringComparison.OrdinalIgnoreCase)
            && one.Port == other.Port
            && other.UserInfo.Length == 0;
    }

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
            throw new FormatException("The path names a host: the base address does that.");
        }

        if (path.AsSpan().ContainsAny('\\', '#') || path.Any(char.IsControl))
        {
            throw new FormatException("The path holds a backslash, a '#' or a control character.");
        }

        // Some servers look behind the encoding, and some of those twice.
        var plain = Unescape(path);
        if (plain.Split('/', '\\').Any(segment => segment is "." or "..") || plain.Any(char.IsControl))
        {
            throw new FormatException("The path holds '.' or '..' in place of a name, or an encoded control character.");
        }
    }

    private static void CheckQuery(string query)
    {
        if (query.Contains('#', StringComparison.Ordinal) || query.Any(char.IsControl))
        {
            throw new FormatException("The query holds a '#' or a control character.");
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
