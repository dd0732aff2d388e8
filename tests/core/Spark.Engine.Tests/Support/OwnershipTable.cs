namespace Spark.Engine.Tests.Support;

/// <summary>The table of <c>docs/ownership.md</c>: what each event does with each owner.</summary>
internal static class OwnershipTable
{
    private static readonly string[][] Lines =
    [
        .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "docs", "ownership.md"))
            .Where(line => line.StartsWith('|') && !line.StartsWith("|-", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];

    public static IReadOnlyList<string> Owners => Lines[0][1..];

    public static IReadOnlyList<string> Events => [.. Lines[1..].Select(line => line[0])];

    public static string Cell(string happened, string owner) =>
        Lines.Single(line => line[0] == happened)[Array.IndexOf(Lines[0], owner)];
}
