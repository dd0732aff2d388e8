using Spark.Testing.Playing;
using Spark.Testing.Torture;

namespace Spark.Testing.Reports;

/// <summary>Prints how tests went: those that failed whole, with what was wanted and what came.</summary>
internal static class TestPrinter
{
    /// <summary>Prints the tests that failed, and how many there were.</summary>
    public static void Print(TextWriter output, string bot, IReadOnlyList<PlayedTest> played, TimeSpan took)
    {
        foreach (var test in played.Where(test => !test.IsGood))
        {
            output.WriteLine($"FAILED  {test.Title}  ({test.Test.At})");
            foreach (var line in Lines(test))
            {
                output.WriteLine($"  {line}");
            }

            output.WriteLine();
        }

        var failed = played.Count(test => !test.IsGood);
        var speed = took > TimeSpan.Zero ? played.Count / took.TotalSeconds : 0;
        output.WriteLine(FormattableString.Invariant(
            $"{bot}: {played.Count - failed} of {played.Count} tests passed in {took.TotalSeconds:0.00} s ({speed:0} conversations/s)."));
    }

    /// <summary>Prints the torture that changed something, and how much there was.</summary>
    public static void Print(TextWriter output, string bot, IReadOnlyList<TortureRun> runs)
    {
        foreach (var run in runs.Where(run => !run.IsGood))
        {
            output.WriteLine($"TORTURE FAILED  {run.Test.Title}, {run.Hardship}{(run.IsReal ? ", a real process" : "")}");
            foreach (var line in run.Difference)
            {
                output.WriteLine($"  {line}");
            }

            output.WriteLine();
        }

        var real = runs.Count(run => run.IsReal);
        output.WriteLine(FormattableString.Invariant(
            $"{bot}: {runs.Count(run => run.IsGood)} of {runs.Count} tortured conversations went as before; {real} of them on a real process and file."));
    }

    /// <summary>The conversation, marked where it went differently: a minus before what was wanted, a plus before what came instead.</summary>
    public static IEnumerable<string> Lines(PlayedTest test)
    {
        foreach (var line in test.Lines)
        {
            if (line.IsGood)
            {
                yield return $"  {line.Who,-7} {line.Actual}";
                continue;
            }

            if (line.Expected is { } expected)
            {
                yield return $"- {line.Who,-7} {expected}";
            }

            yield return line.Actual is { } actual ? $"+ {line.Who,-7} {actual}" : $"+ {line.Who,-7} (nothing)";
        }

        foreach (var problem in test.Problems)
        {
            yield return $"! {problem}";
        }

        foreach (var fault in test.Trace.Faults)
        {
            yield return $"! the turn failed with {fault.Code} at {fault.Where ?? "the door"}: {fault.Message}";
        }
    }
}
