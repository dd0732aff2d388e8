using System.Globalization;
using Spark.Runtime.Operations;

namespace Spark.Host.Administration;

/// <summary>Prints what a check of the database has found.</summary>
internal static class DatabasePrinter
{
    public static void Print(TextWriter output, DatabaseReport report)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Engine}, schema {report.Schema}"));
        foreach (var (table, count) in report.Counts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table,-24} {count,12}"));
        }

        foreach (var problem in report.Problems)
        {
            output.WriteLine($"problem: {problem}");
        }

        output.WriteLine(report.Problems.Count == 0 ? "Nothing to mend." : string.Create(CultureInfo.InvariantCulture, $"{report.Problems.Count} problems."));
    }
}
