using Spark.Engine.Reading;

namespace Spark.Plugins.Catalog;

/// <summary>Finds the folders <c>&lt;kind&gt;/&lt;id&gt;/&lt;version&gt;</c> below roots. Reads nothing in them.</summary>
internal static class PluginFinder
{
    public static (IReadOnlyList<PluginFolder> Folders, IReadOnlyList<Finding> Findings) Find(IReadOnlyList<string> roots)
    {
        var folders = new List<PluginFolder>();
        var findings = new List<Finding>();
        foreach (var root in roots)
        {
            if (!Directory.Exists(root))
            {
                findings.Add(Problem.In(
                    CatalogCodes.Layout, root, "The plugins' folder does not exist.", "Name an existing folder with --plugins, or build the solution."));
                continue;
            }

            foreach (var kindFolder in Below(root))
            {
                AddKind(kindFolder, folders, findings);
            }
        }

        return (folders, findings);
    }

    private static void AddKind(string kindFolder, List<PluginFolder> folders, List<Finding> findings)
    {
        if (PluginKinds.Parse(Path.GetFileName(kindFolder)) is not { } kind)
        {
            findings.Add(Problem.In(
                CatalogCodes.Layout,
                kindFolder,
                $"'{Path.GetFileName(kindFolder)}' is no kind of plugin; what lies below it was not read.",
                $"Plugins lie in <kind>/<id>/<version>/; the kinds are {PluginKinds.Names}."));
            return;
        }

        foreach (var idFolder in Below(kindFolder))
        {
            folders.AddRange(Below(idFolder)
                .Select(folder => new PluginFolder(kind, Path.GetFileName(idFolder), Path.GetFileName(folder), folder)));
        }
    }

    private static IEnumerable<string> Below(string folder) => Directory.EnumerateDirectories(folder)
        .Where(path => !Path.GetFileName(path).StartsWith('.'))
        .Order(StringComparer.Ordinal);
}
