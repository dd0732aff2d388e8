using System.Globalization;
using System.Text.RegularExpressions;

namespace Spark.Tests;

/// <summary>Reads the text format as a scraper does, strictly: whatever is no comment, sample or empty line is a failure.</summary>
internal sealed partial class ScrapedMetrics
{
    private readonly List<(string Name, IReadOnlyDictionary<string, string> Labels, double Value)> samples = [];
    private readonly Dictionary<string, string> types = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Types => types;

    public static ScrapedMetrics Parse(string text)
    {
        var scraped = new ScrapedMetrics();
        text.ShouldEndWith("\n");
        foreach (var line in text[..^1].Split('\n'))
        {
            scraped.Take(line);
        }

        return scraped;
    }

    /// <summary>The value of the one sample of that name with these labels among its own.</summary>
    public double Value(string name, params (string Name, string Value)[] labels) => samples
        .Single(sample => sample.Name == name && labels.All(label => sample.Labels.GetValueOrDefault(label.Name) == label.Value))
        .Value;

    public IReadOnlyList<double> Values(string name) => [.. samples.Where(sample => sample.Name == name).Select(sample => sample.Value)];

    private void Take(string line)
    {
        if (line.StartsWith("# HELP ", StringComparison.Ordinal))
        {
            return;
        }

        if (Type().Match(line) is { Success: true } type)
        {
            types.TryAdd(type.Groups["name"].Value, type.Groups["type"].Value).ShouldBeTrue($"a second TYPE line: {line}");
            return;
        }

        var sample = Sample().Match(line);
        sample.Success.ShouldBeTrue($"no line of the format: {line}");
        var labels = Label().Matches(sample.Groups["labels"].Value).ToDictionary(
            label => label.Groups["name"].Value, label => Unescape(label.Groups["value"].Value), StringComparer.Ordinal);
        var value = sample.Groups["value"].Value;
        samples.Add((sample.Groups["name"].Value, labels, value == "+Inf" ? double.PositiveInfinity : double.Parse(value, CultureInfo.InvariantCulture)));
    }

    private static string Unescape(string value) => Escape().Replace(value, match => match.Value[1] == 'n' ? "\n" : match.Value[1..]);

    [GeneratedRegex(@"^# TYPE (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<type>counter|gauge|histogram)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Type();

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?<labels>([a-zA-Z_][a-zA-Z0-9_]*="(\\[\\"n]|[^\\"\n])*",?)*)\})? (?<value>[-+]?(Inf|[0-9][0-9.eE+-]*))$""", RegexOptions.ExplicitCapture)]
    private static partial Regex Sample();

    [GeneratedRegex("""(?<name>[a-zA-Z_][a-zA-Z0-9_]*)="(?<value>(\\[\\"n]|[^\\"\n])*)" ?""", RegexOptions.ExplicitCapture)]
    private static partial Regex Label();

    [GeneratedRegex("""\\[\\"n]""")]
    private static partial Regex Escape();
}
