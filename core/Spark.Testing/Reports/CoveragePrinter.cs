using System.Text.Json;

namespace Spark.Testing.Reports;

/// <summary>Prints coverage: a table for people, or JSON.</summary>
internal static class CoveragePrinter
{
    /// <summary>Prints a table, and what is missing.</summary>
    public static void Print(TextWriter output, CoverageReport report)
    {
        output.WriteLine(FormattableString.Invariant($"{"coverage",-24} {"passed",8} {"of",6} {"",6}"));
        Row(output, "steps", report.Steps);
        Row(output, "outcomes", report.Outcomes);
        foreach (var (language, coverage) in report.Languages)
        {
            Row(output, $"language {language}", coverage);
        }

        foreach (var channel in report.Channels)
        {
            output.WriteLine(FormattableString.Invariant($"{$"channel {channel.Channel}",-24} {channel.Steps,8} {report.Steps.Total,6}   {channel.Tests} tests"));
        }

        Missing(output, "No test passes the step", report.Steps);
        Missing(output, "No test meets the outcome", report.Outcomes);
        foreach (var (language, coverage) in report.Languages)
        {
            Missing(output, $"No test hears in {language}", coverage);
        }
    }

    /// <summary>Prints JSON.</summary>
    public static void PrintJson(TextWriter output, CoverageReport report) =>
        output.WriteLine(JsonSerializer.Serialize(report, CoverageJson.Default.CoverageReport));

    private static void Row(TextWriter output, string name, Coverage coverage) =>
        output.WriteLine(FormattableString.Invariant($"{name,-24} {coverage.Passed,8} {coverage.Total,6} {coverage.Percent,5}%"));

    private static void Missing(TextWriter output, string sentence, Coverage coverage)
    {
        foreach (var missing in coverage.Missing)
        {
            output.WriteLine($"{sentence} {missing}.");
        }
    }
}
