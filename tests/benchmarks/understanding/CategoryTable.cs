using CsvHelper;
using Spark.Understanding.Intents;

namespace Spark.Benchmarks.Understanding;

/// <summary>A public corpus: a CSV file with the columns <c>text,category</c>.</summary>
internal static class CategoryTable
{
    public static IReadOnlyList<TrainingExample> Read(string path)
    {
        using var table = CsvReader.FromText(File.ReadAllText(path), new CsvReaderOptions { Separator = ',' });
        var rows = new List<TrainingExample>();
        while (table.Read())
        {
            rows.Add(new(table.GetString("text"), table.GetString("category")));
        }

        return rows;
    }

    /// <summary>The first examples of the first intents.</summary>
    public static IReadOnlyList<TrainingExample> Some(IReadOnlyList<TrainingExample> rows, int intents, int examples) =>
        [.. rows.GroupBy(row => row.Intent, StringComparer.Ordinal).Take(intents).SelectMany(group => group.Take(examples))];
}
