namespace Spark.Channels.Teams;

/// <summary>
/// A list of hosts that may be called. What a request brings as an address is a stranger's word; only what an operator or this list
/// says counts.
/// </summary>
internal sealed class HostRule
{
    private const string AnyBelow = "*.";

    private readonly List<string> hosts = [];
    private readonly List<string> suffixes = [];
    private readonly List<Uri> bases = [];

    public HostRule(IEnumerable<string> entries)
    {
        foreach (var entry in entries)
        {
            if (Uri.TryCreate(entry, UriKind.Absolute, out var address))
            {
                bases.Add(address);
            }
            else if (entry.StartsWith(AnyBelow, StringComparison.Ordinal))
            {
                suffixes.Add(entry[1..]);
            }
            else
            {
                hosts.Add(entry);
            }
        }
    }

    /// <summary>Whether an operator may write the entry.</summary>
    public static bool IsValid(string entry) =>
        Uri.TryCreate(entry, UriKind.Absolute, out var address)
            ? address.Scheme is "http" or "https" && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0
            : Uri.CheckHostName(entry.StartsWith(AnyBelow, StringComparison.Ordinal) ? entry[AnyBelow.Length..] : entry) == UriHostNameType.Dns
                && entry.Contains('.', StringComparison.Ordinal);

    /// <summary>The address, when it is on the list: HTTPS on the usual port, or exactly below a base that was written with its scheme.</summary>
    public Uri? Allowed(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && Allows(uri) ? uri : null;

    public bool Allows(Uri address)
    {
        if (!address.IsAbsoluteUri || address.UserInfo.Length > 0 || address.Fragment.Length > 0)
        {
            return false;
        }

        if (bases.Exists(given => IsBelow(given, address)))
        {
            return true;
        }

        var host = address.IdnHost;
        return address.Scheme == Uri.UriSchemeHttps
            && address.IsDefaultPort
            && (hosts.Contains(host, StringComparer.OrdinalIgnoreCase)
                || suffixes.Exists(suffix => host.Length > suffix.Length && host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool IsBelow(Uri given, Uri address)
    {
        var path = given.AbsolutePath.TrimEnd('/');
        return address.Scheme == given.Scheme
            && address.Port == given.Port
            && string.Equals(address.IdnHost, given.IdnHost, StringComparison.OrdinalIgnoreCase)
            && address.AbsolutePath.StartsWith(path, StringComparison.Ordinal)
            && (address.AbsolutePath.Length == path.Length || address.AbsolutePath[path.Length] == '/');
    }
}
