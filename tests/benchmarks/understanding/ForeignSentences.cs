using System.Text.Json;

namespace Spark.Benchmarks.Understanding;

/// <summary>English sentences of another trade: the inputs of the public recognizers' cases.</summary>
internal static class ForeignSentences
{
    public static IReadOnlyList<string> Read(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.jsonl")
            .Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Select(line => JsonElement.Parse(line))
            .Where(line => line.GetProperty("language").GetString() == "en")
            .Select(line => line.GetProperty("input").GetString()!)
            .Where(text => text.Count(character => character == ' ') >= 3)
            .Distinct(StringComparer.Ordinal),
    ];
}
