namespace Spark.Channels.HandoffApi.Requests;

/// <summary>
/// The header <c>User-Principal-Name</c>: whom the conversation belongs to. The client asserts it and nothing proves it, so that a client
/// may be bound to domains.
/// </summary>
internal static class PrincipalName
{
    private const int Longest = 320;

    /// <summary>The name, when it is one; null otherwise.</summary>
    public static string? Read(string? header)
    {
        var name = header?.Trim() ?? "";
        var at = name.LastIndexOf('@');
        return at > 0 && at < name.Length - 1 && name.Length <= Longest && !name.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || letter is ',' or ';' or '<' or '>')
            ? name
            : null;
    }

    /// <summary>True when its domain is one of them, or there are none to be bound to.</summary>
    public static bool IsIn(string name, IReadOnlyList<string> domains) =>
        domains.Count == 0 || domains.Contains(name[(name.LastIndexOf('@') + 1)..], StringComparer.OrdinalIgnoreCase);
}
