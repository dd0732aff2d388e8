using System.Globalization;
using Spark.Understanding.Intents;

namespace Spark.Benchmarks.Understanding;

/// <summary>
/// Finds the curve from the probability of the likeliest intent to the confidence: how often such a verdict is right where some messages
/// mean none of the intents, by the number of intents and of examples an intent. Logistic regression on held-out training sentences
/// of bots of many sizes, each of which weighs the same.
/// </summary>
internal static class CalibrationFit
{
    // Of the messages that a bot gets, so many mean nothing that it knows: the less it knows, the more. Two of seven are of its trade;
    // intents that were left out of Banking77 are harder to tell from the others than what people say to a bot by mistake.
    private const double LeastForeign = 0.14;
    private const double NearPart = 2.0 / 7;

    private static readonly (int Known, int Shots)[] Sizes =
    [
        (57, int.MaxValue), (57, 30), (57, 10), (57, 5), (20, int.MaxValue), (20, 30), (20, 10), (20, 5), (6, 30), (6, 10), (6, 5), (3, 30), (3, 10),
    ];

    public static void Print(IReadOnlyList<TrainingExample> rows, ClassifierSettings settings, int folds, IReadOnlyList<string> elsewhere)
    {
        var points = new List<(double[] Features, bool IsRight, double Weight)>();
        var bots = new List<(string Name, List<(double[] Features, bool IsRight, bool IsForeign, bool IsElsewhere)> Verdicts)>();
        foreach (var (known, shots) in Sizes)
        {
            var examples = Math.Min(shots, rows.Count / (double)rows.Select(row => row.Intent).Distinct(StringComparer.Ordinal).Count() * 0.8);
            var verdicts = CrossValidation.Run(rows, settings, folds, shots, known, elsewhere: elsewhere).Verdicts
                .Select(verdict => (Features(verdict.Probability, known, examples), verdict.IsRight, verdict.IsForeign, verdict.IsElsewhere))
                .ToList();
            var counts = verdicts.GroupBy(Kind).ToDictionary(group => group.Key, group => group.Count());
            points.AddRange(verdicts.Select(verdict => (verdict.Item1, verdict.IsRight, Share(Kind(verdict), known) / counts[Kind(verdict)])));
            bots.Add(($"{known} | {examples:0}", verdicts));
        }

        var weights = Fit(points);
        Console.WriteLine("Offset, slope, and what is added to the offset for each power of ten of examples and for one by the number of intents, and to the slope: " + string.Join(", ", weights.Select(weight => weight.ToString("0.00", CultureInfo.InvariantCulture))));
        Console.WriteLine();
        double[] thresholds = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7];
        Console.WriteLine("| Known intents | examples | right; right, foreign of the same trade and of another refused %, at " + string.Join(" | ", thresholds) + " |");
        foreach (var (name, verdicts) in bots)
        {
            var cells = thresholds.Select(threshold => string.Create(
                CultureInfo.InvariantCulture,
                $"{Part(verdicts, verdict => !verdict.IsForeign, verdict => verdict.IsRight && At(weights, verdict) >= threshold):0.0}, {Part(verdicts, verdict => verdict.IsForeign && !verdict.IsElsewhere, verdict => At(weights, verdict) < threshold):0.0}, {Part(verdicts, verdict => verdict.IsElsewhere, verdict => At(weights, verdict) < threshold):0.0}"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {Part(verdicts, verdict => !verdict.IsForeign, verdict => verdict.IsRight):0.0} | {string.Join(" | ", cells)} |"));
        }
    }

    private static int Kind((double[], bool, bool IsForeign, bool IsElsewhere) verdict) => verdict.IsElsewhere ? 2 : verdict.IsForeign ? 1 : 0;

    private static double Share(int kind, int intents)
    {
        var foreign = LeastForeign + (1.0 / intents);
        return kind switch { 0 => 1 - foreign, 1 => foreign * NearPart, _ => foreign * (1 - NearPart) };
    }

    private static double[] Features(double probability, int intents, double examples)
    {
        var bounded = Math.Clamp(probability, 1e-6, 1 - 1e-6);
        var logit = Math.Log(bounded / (1 - bounded));
        var many = Math.Log10(Math.Min(examples, 100));
        return [1, logit, many, 1.0 / intents, logit * many, logit / intents];
    }

    private static double At(double[] weights, (double[] Features, bool, bool, bool) verdict) => Probability(weights, verdict.Features);

    private static double Probability(double[] weights, double[] features) => 1 / (1 + Math.Exp(-weights.Zip(features, (weight, feature) => weight * feature).Sum()));

    private static double Part<T>(List<T> all, Func<T, bool> of, Func<T, bool> those) => all.Where(of).Select(one => those(one) ? 100.0 : 0).DefaultIfEmpty(double.NaN).Average();

    // Newton's method; a small penalty keeps it from running away.
    private static double[] Fit(List<(double[] Features, bool IsRight, double Weight)> points)
    {
        var size = points[0].Features.Length;
        var weights = new double[size];
        for (var round = 0; round < 30; round++)
        {
            var system = new double[size, size + 1];
            foreach (var (features, isRight, weight) in points)
            {
                var probability = Probability(weights, features);
                for (var row = 0; row < size; row++)
                {
                    system[row, size] += weight * ((isRight ? 1 : 0) - probability) * features[row];
                    for (var column = 0; column < size; column++)
                    {
                        system[row, column] += weight * probability * (1 - probability) * features[row] * features[column];
                    }
                }
            }

            for (var row = 0; row < size; row++)
            {
                system[row, row] += 1e-4;
                system[row, size] -= 1e-4 * weights[row];
            }

            var step = Solve(system);
            for (var row = 0; row < size; row++)
            {
                weights[row] += step[row];
            }
        }

        return weights;
    }

    private static double[] Solve(double[,] system)
    {
        var size = system.GetLength(0);
        for (var pivot = 0; pivot < size; pivot++)
        {
            for (var row = 0; row < size; row++)
            {
                if (row == pivot)
                {
                    continue;
                }

                var factor = system[row, pivot] / system[pivot, pivot];
                for (var column = pivot; column <= size; column++)
                {
                    system[row, column] -= factor * system[pivot, column];
                }
            }
        }

        return [.. Enumerable.Range(0, size).Select(row => system[row, size] / system[row, row])];
    }
}
