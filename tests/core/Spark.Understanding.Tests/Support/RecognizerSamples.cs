using System.Text.Json;

namespace Spark.Understanding.Tests.Support;

/// <summary>Reads the samples where they lie, outside of the repository.</summary>
internal static class RecognizerSamples
{
    private static readonly string[] Languages = ["en", "nl"];

    public static IReadOnlyList<RecognizerSample> Read(string file)
    {
        string path = Path.Combine(FindFolder(), "recognizers", file + ".jsonl");
        if (!File.Exists(path))
        {
            Assert.Skip($"Left out: the recognizers' samples for {file} are not there. Set SPARK_TEST_DATA to the folder that holds recognizers/{file}.jsonl.");
        }

        return [.. File.ReadLines(path).Select(Parse).Where(sample => Languages.Contains(sample.Language))];
    }

    private static string FindFolder()
    {
        if (Environment.GetEnvironmentVariable("SPARK_TEST_DATA") is { Length: > 0 } folder)
        {
            return folder;
        }

        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Spark.sln")))
        {
            root = root.Parent;
        }

        return Path.Combine(root?.FullName ?? AppContext.BaseDirectory, "..", "shared", "data");
    }

    private static RecognizerSample Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        JsonElement sample = document.RootElement;
        return new RecognizerSample(
            sample.GetProperty("language").GetString()!,
            sample.GetProperty("input").GetString()!,
            [.. sample.GetProperty("results").EnumerateArray().Select(ParseValue)]);
    }

    private static SampleValue ParseValue(JsonElement result)
    {
        bool hasValue = result.GetProperty("resolution") is { ValueKind: JsonValueKind.Object } resolution
            && resolution.TryGetProperty("value", out _);
        string value = hasValue ? result.GetProperty("resolution").GetProperty("value").ToString() : string.Empty;
        return new SampleValue(result.GetProperty("text").GetString()!, value);
    }
}
