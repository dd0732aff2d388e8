using System.Diagnostics;
using Spark.Understanding.Intents;

namespace Spark.Benchmarks.Understanding;

/// <summary>Trains on four fifths and judges the rest, which each intent gives its share of.</summary>
internal static class CrossValidation
{
    private const int Parts = 5;

    /// <param name="rows">The corpus.</param>
    /// <param name="settings">How to train.</param>
    /// <param name="folds">How many of the five parts are judged.</param>
    /// <param name="shots">The most examples of an intent that are trained on.</param>
    /// <param name="known">How many intents are trained on; the others are foreign. All by default.</param>
    /// <param name="elsewhere">Sentences of another trade, judged too.</param>
    /// <param name="judgeForeign">False to leave out the sentences of foreign intents.</param>
    public static CrossValidationResult Run(
        IReadOnlyList<TrainingExample> rows,
        ClassifierSettings settings,
        int folds,
        int shots = int.MaxValue,
        int known = int.MaxValue,
        bool judgeForeign = true,
        IReadOnlyList<string>? elsewhere = null)
    {
        var random = new Random(99);
        int[] order = [.. Enumerable.Range(0, rows.Count)];
        random.Shuffle(order);
        var result = new CrossValidationResult();
        for (var fold = 0; fold < folds; fold++)
        {
            string[] intents = [.. rows.Select(row => row.Intent!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            random.Shuffle(intents);
            var inside = intents.Take(known).ToHashSet(StringComparer.Ordinal);
            var counts = new Dictionary<string, int>(StringComparer.Ordinal);
            var taken = new Dictionary<string, int>(StringComparer.Ordinal);
            var train = new List<TrainingExample>();
            var test = new List<TrainingExample>();
            foreach (var at in order)
            {
                var intent = rows[at].Intent!;
                var place = counts[intent] = counts.GetValueOrDefault(intent) + 1;
                if (place % Parts == fold)
                {
                    if (judgeForeign || inside.Contains(intent))
                    {
                        test.Add(rows[at]);
                    }
                }
                else if (inside.Contains(intent) && (taken[intent] = taken.GetValueOrDefault(intent) + 1) <= shots)
                {
                    train.Add(rows[at]);
                }
            }

            var clock = Stopwatch.StartNew();
            var before = Environment.CpuUsage.TotalTime;
            var classifier = IntentClassifier.Train(train, settings);
            result.ProcessorSeconds += (Environment.CpuUsage.TotalTime - before).TotalSeconds / folds;
            result.Seconds += clock.Elapsed.TotalSeconds / folds;
            foreach (var (text, intent) in test)
            {
                result.Add(new(classifier.Classify(text), intent, IsForeign: !inside.Contains(intent!)));
            }

            foreach (var text in elsewhere ?? [])
            {
                result.Add(new(classifier.Classify(text), Intent: null, IsForeign: true));
            }
        }

        return result;
    }
}
