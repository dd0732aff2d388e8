namespace Spark.Cockpit.Access.OpenId;

/// <summary>Where somebody goes on after signing in: a page of the cockpit, and nowhere else.</summary>
internal static class ReturnPath
{
    private const string Home = "/cockpit/";
    private const int Longest = 1_000;

    /// <summary>The path that was asked for, when it is one of the cockpit's; its first page otherwise.</summary>
    public static string Of(string? asked) => asked is { Length: <= Longest } && asked.StartsWith(Home, StringComparison.Ordinal) && IsPlain(asked) ? asked : Home;

    // Browsers read a backslash as a slash, take tabs and line ends out, and go up at dots: what could become another address is none.
    private static bool IsPlain(string path) =>
        path.All(letter => letter is > ' ' and < '\x7f' and not '\\')
        && !path.Contains("//", StringComparison.Ordinal)
        && !Uri.UnescapeDataString(path.Split('?', '#')[0]).Split('/', '\\').Any(part => part is "." or "..");
}
