using System.Globalization;
using System.Text.Json;
using Spark.Understanding.Languages.Detection;
using Spark.Understanding.Tests.Languages;

namespace Spark.Benchmarks.Understanding;

/// <summary>How often the detector tells the language of a sentence of five words or more: of all seven, and of each two.</summary>
internal static class LanguageScore
{
    private const int LeastWords = 5;

    /// <summary>Prints it for our own sentences, and where there is a folder for those of the recognizers' cases, which hold many numbers and few words.</summary>
    public static void Print(string? folder)
    {
        Console.WriteLine("| Sentences | of seven languages, right | % | of two, right | % |");
        Console.WriteLine("|---|--:|--:|--:|--:|");
        Print("our own", LanguageSamples.ByLanguage.SelectMany(language => language.Value.Select(text => (language.Key, text))));
        if (folder is not null)
        {
            Print("of the recognizers' cases", Read(folder));
        }
    }

    private static void Print(string name, IEnumerable<(string Language, string Text)> all)
    {
        var samples = all.Distinct().Where(sample => sample.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= LeastWords).ToList();
        string[] languages = [.. LanguageSamples.ByLanguage.Keys];
        var detector = LanguageDetector.Build(languages, new Dictionary<string, IReadOnlyList<string>>());
        var right = samples.Count(sample => detector.Detect(sample.Text)?.Language == sample.Language);
        int asked = 0, rightOfTwo = 0;
        foreach (var (first, second) in languages.SelectMany((first, index) => languages.Skip(index + 1).Select(second => (first, second))))
        {
            var pair = LanguageDetector.Build([first, second], new Dictionary<string, IReadOnlyList<string>>());
            foreach (var sample in samples.Where(sample => sample.Language == first || sample.Language == second))
            {
                asked++;
                rightOfTwo += pair.Detect(sample.Text)?.Language == sample.Language ? 1 : 0;
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {right} of {samples.Count} | {100.0 * right / samples.Count:0.00} | {rightOfTwo} of {asked} | {100.0 * rightOfTwo / asked:0.00} |"));
    }

    private static IEnumerable<(string Language, string Text)> Read(string folder)
    {
        foreach (var line in Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines))
        {
            using var parsed = JsonDocument.Parse(line);
            yield return (parsed.RootElement.GetProperty("language").GetString()!, parsed.RootElement.GetProperty("input").GetString()!);
        }
    }
}
