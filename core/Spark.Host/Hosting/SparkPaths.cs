namespace Spark.Host.Hosting;

/// <summary>Finds the folders that a newcomer should not have to name.</summary>
internal static class SparkPaths
{
    /// <summary>Where a demo environment marks the root of a checkout.</summary>
    public static readonly string DemoEnvironment = Path.Combine("environments", "demo.yaml");

    /// <summary>The root of the checkout or installation: the nearest folder above here, or above the program, with the demo environment.</summary>
    public static string? FindRoot() => FindAbove(Directory.GetCurrentDirectory()) ?? FindAbove(AppContext.BaseDirectory);

    /// <summary>Where the build lays plugins out, or where an installation has them beside the program.</summary>
    public static string DefaultPlugins() => FindRoot() is { } root && Directory.Exists(Path.Combine(root, "artifacts", "plugins"))
        ? Path.Combine(root, "artifacts", "plugins")
        : Path.Combine(AppContext.BaseDirectory, "plugins");

    /// <summary>Where the build lays the cockpit's page out, or where an installation has it beside the program.</summary>
    public static string Cockpit() => FindRoot() is { } root && Directory.Exists(Path.Combine(root, "artifacts", "cockpit"))
        ? Path.Combine(root, "artifacts", "cockpit")
        : Path.Combine(AppContext.BaseDirectory, "cockpit");

    /// <summary>Where programs that an environment names lie.</summary>
    public static string Artifacts(string root) => Path.Combine(root, "artifacts");

    private static string? FindAbove(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, DemoEnvironment)))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
