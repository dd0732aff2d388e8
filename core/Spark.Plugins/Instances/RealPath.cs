namespace Spark.Plugins.Instances;

/// <summary>Follows symbolic links in every part of a path, as the system will.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>The path without links; null when the links go in a circle.</summary>
    public static string? Of(string path)
    {
        var waiting = new Stack<string>();
        Push(waiting, Path.GetFullPath(path));
        var real = Path.GetPathRoot(Path.GetFullPath(path))!;
        var links = 0;
        while (waiting.TryPop(out var part))
        {
            if (part == "..")
            {
                real = Path.GetDirectoryName(real) ?? real;
                continue;
            }

            var next = Path.Combine(real, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MostLinks)
            {
                return null;
            }

            if (Path.IsPathRooted(target))
            {
                real = Path.GetPathRoot(target)!;
            }

            Push(waiting, target);
        }

        return real;
    }

    /// <summary>True when the path lies below the folder; both without links.</summary>
    public static bool IsBelow(string path, string folder) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static void Push(Stack<string> waiting, string path)
    {
        var relative = path[(Path.GetPathRoot(path)?.Length ?? 0)..];
        foreach (var part in relative.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse().Where(part => part != "."))
        {
            waiting.Push(part);
        }
    }
}
