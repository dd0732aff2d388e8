using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spark.Engine.Reading;

namespace Spark.Host.Checking;

/// <summary>Prints what the checker found: a line each for people, or one JSON document for editors.</summary>
internal static partial class FindingPrinter
{
    public static void Print(TextWriter output, string bot, IReadOnlyList<Finding> findings)
    {
        PrintLines(output, [.. findings.Select(finding => finding with { At = finding.At with { File = $"{bot}/{finding.At.File}" } })]);
        output.WriteLine(Summary(bot, findings));
    }

    /// <summary>Two lines for each finding: where and what, and how to mend it.</summary>
    public static void PrintLines(TextWriter output, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            var level = finding.Level switch
            {
                FindingLevel.Error => "error",
                FindingLevel.Warning => "warning",
                _ => "note",
            };
            output.WriteLine($"{finding.At}: {level} {finding.Code}: {finding.Message}");
            output.WriteLine($"    {finding.Remedy}");
        }
    }

    public static void PrintJson(TextWriter output, IReadOnlyList<KeyValuePair<string, IReadOnlyList<Finding>>> bots)
    {
        var lines = bots
            .SelectMany(bot => bot.Value.Select(finding => new FindingLine(
                bot.Key, finding.At.File, finding.At.Line, finding.At.Column, finding.Code, finding.Level, finding.Message, finding.Remedy)))
            .ToList();
        output.WriteLine(JsonSerializer.Serialize(lines, FindingJson.Default.ListFindingLine));
    }

    private static string Summary(string bot, IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
        {
            return $"{bot}: nothing to mend.";
        }

        var errors = findings.Count(finding => finding.Level == FindingLevel.Error);
        var warnings = findings.Count(finding => finding.Level == FindingLevel.Warning);
        return string.Create(CultureInfo.InvariantCulture, $"{bot}: {errors} {(errors == 1 ? "error" : "errors")}, {warnings} {(warnings == 1 ? "warning" : "warnings")}.");
    }

    internal sealed record FindingLine(
        string Bot, string File, int Line, int Column, string Code, FindingLevel Level, string Message, string Remedy);

    [JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
    [JsonSerializable(typeof(List<FindingLine>))]
    private sealed partial class FindingJson : JsonSerializerContext;
}
