using System.Text.Json;

namespace Spark.Understanding.Tests.Support;

/// <summary>Reads the samples where they lie, outside of the repository.</summary>
internal static class RecognizerSamples
{
    private static readonly string[] Languages = ["en", "nl"];

    public static IReadOnlyList<RecognizerSample> Read(string file)
    {
        return [.. File.ReadLines(TestDataFolder.Find("recognizers", file + ".jsonl")).Select(Parse).Where(sample => Languages.Contains(sample.Language))];
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
