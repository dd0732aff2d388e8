using Spark.Tests;

namespace Spark.Architecture.Tests;

/// <summary>A C# file that we wrote.</summary>
internal sealed record SourceFile(string Path, IReadOnlyList<string> Lines)
{
    private static readonly string[] Roots = ["core", "channels", "offload-providers", "plugins", "tests"];

    /// <summary>A program that Spark is measured against: as dense as it likes, and nothing to learn from.</summary>
    private const string Floor = "tests/benchmarks/turns/floor/";

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public static IReadOnlyList<SourceFile> All { get; } =
    [
        .. Roots
            .Select(root => Repository.Path(root))
            .Where(Directory.Exists)
            .SelectMany(root => Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(
                System.IO.Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), File.ReadAllLines(path)))
            .Where(file => !file.Path.StartsWith(Floor, StringComparison.Ordinal)),
    ];

    public static IEnumerable<SourceFile> Product => All.Where(file => !file.Path.StartsWith("tests/", StringComparison.Ordinal));
}
