namespace Spark.Plugins.Loading;

/// <summary>Who supplies an assembly, decided by the host and not by what an author copied into a folder.</summary>
internal static class HostAssemblies
{
    private static readonly Dictionary<string, string> Trusted = Read();

    /// <summary>Published with its own runtime, the host lies among the framework's assemblies, which plugins do see.</summary>
    private static readonly bool LiesApart = !IsBelowHost(typeof(object).Assembly.Location);

    /// <summary>True when plugins must use the host's copy, or types would have two identities.</summary>
    public static bool IsShared(string name) =>
        Trusted.ContainsKey(name)
        && (string.Equals(name, "Spark.Abstractions", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));

    /// <summary>True when it is a part of the host itself, which plugins must not see: they would break with any change of ours.</summary>
    public static bool IsPrivate(string name) =>
        Trusted.TryGetValue(name, out var path)
        && !IsShared(name)
        && IsBelowHost(path)
        && (LiesApart || name.StartsWith("Spark.", StringComparison.Ordinal));

    private static bool IsBelowHost(string path) => path.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal);

    private static Dictionary<string, string> Read()
    {
        var paths = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return paths
            .GroupBy(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
    }
}
