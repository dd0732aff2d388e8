using System.Globalization;
using Spark.Understanding.Intents;

namespace Spark.Benchmarks.Understanding;

/// <summary>What bots of several sizes refuse at several thresholds, and how often verdicts of a confidence are right.</summary>
internal static class Rejections
{
    private static readonly double[] Thresholds = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

    private static readonly (int Known, int Shots)[] Sizes =
    [
        (57, int.MaxValue), (57, 30), (57, 10), (57, 5), (20, 30), (20, 10), (20, 5), (6, 10), (3, 10),
    ];

    public static void Print(IReadOnlyList<TrainingExample> rows, ClassifierSettings settings, int folds, IReadOnlyList<string> elsewhere)
    {
        var columns = string.Join(" | ", Thresholds.Select(threshold => threshold.ToString("0.0", CultureInfo.InvariantCulture)));
        Console.WriteLine($"| Known intents | examples | right without a threshold % | right, and foreign of the same trade, and of another refused %, at {columns} |");
        Console.WriteLine("|--:|--:|--:|" + string.Concat(Thresholds.Select(_ => "--:|")));
        var reliability = new List<string>();
        foreach (var (known, shots) in Sizes)
        {
            var result = CrossValidation.Run(rows, settings, folds, shots, known, elsewhere: elsewhere);
            var name = shots == int.MaxValue ? "all" : shots.ToString(CultureInfo.InvariantCulture);
            var cells = Thresholds.Select(threshold => string.Create(
                CultureInfo.InvariantCulture, $"{result.AccuracyAt(threshold):0.0}, {result.RefusedForeign(threshold):0.0}, {result.RefusedElsewhere(threshold):0.0}"));
            Console.WriteLine($"| {known} | {name} | {result.Accuracy:0.0} | {string.Join(" | ", cells)} |");
            reliability.Add($"| {known} | {name} | {string.Join(" | ", result.Reliability())} |");
        }

        Console.WriteLine();
        Console.WriteLine("How often verdicts of a confidence are right, in %, without foreign sentences:");
        Console.WriteLine();
        Console.WriteLine("| Known intents | examples | to 0.1 | 0.2 | 0.3 | 0.4 | 0.5 | 0.6 | 0.7 | 0.8 | 0.9 | 1 |");
        Console.WriteLine("|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var line in reliability)
        {
            Console.WriteLine(line);
        }
    }
}
