namespace Spark.Understanding.Tests.Support;

/// <summary>The training questions of Banking77.</summary>
internal static class CustomerQuestions
{
    public static IReadOnlyList<string> Read() =>
    [
        .. File.ReadLines(TestDataFolder.Find("banking77", "train.csv"))
            .Skip(1)
            .Where(line => line.LastIndexOf(',') > 0)
            .Select(line => line[..line.LastIndexOf(',')].Trim('"')),
    ];
}
