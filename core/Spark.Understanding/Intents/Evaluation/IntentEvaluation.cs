using Spark.Understanding.Intents.Training;

namespace Spark.Understanding.Intents.Evaluation;

/// <summary>
/// Tells a designer how well the examples of a bot hold together: each example is judged by a classifier that has not seen it
/// (cross-validation).
/// </summary>
public static class IntentEvaluation
{
    private const int MostListed = 20;

    // Above it a wrong verdict says more about the example's place than about the classifier.
    private const double Sure = 0.6;

    /// <summary>Evaluates examples.</summary>
    /// <param name="examples">All examples of one language; those of no intent help to train and are not judged.</param>
    /// <param name="settings">How the classifiers are trained.</param>
    /// <param name="folds">Into how many parts the examples are split, at least two: so many classifiers are trained.</param>
    /// <param name="cancellationToken">Stops between two classifiers.</param>
    /// <exception cref="ArgumentException">There are fewer than two intents.</exception>
    public static EvaluationReport Run(
        IReadOnlyList<TrainingExample> examples, ClassifierSettings settings, int folds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        if (examples.Select(example => example.Intent).OfType<string>().Distinct(StringComparer.Ordinal).Count() < 2)
        {
            throw new ArgumentException("There must be examples of two intents.", nameof(examples));
        }

        int[] parts = Split(examples, settings, folds);
        var verdicts = new List<Verdict>(examples.Count);
        for (int fold = 0; fold < folds; fold++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            TrainingExample[] seen = [.. examples.Where((_, at) => parts[at] != fold)];
            if (!seen.Any(example => example.Intent is not null))
            {
                continue;
            }

            var classifier = IntentClassifier.Train(seen, settings);
            for (int at = 0; at < examples.Count; at++)
            {
                if (parts[at] == fold && examples[at].Intent is { } intent)
                {
                    verdicts.Add(new(examples[at].Text, intent, classifier.Classify(examples[at].Text)));
                }
            }
        }

        return Report(examples, verdicts, settings.Features);
    }

    // Each part holds its share of every intent.
    private static int[] Split(IReadOnlyList<TrainingExample> examples, ClassifierSettings settings, int folds)
    {
        var order = Enumerable.Range(0, examples.Count).ToArray();
        new SeededGenerator((ulong)settings.Seed).Shuffle(order);
        var parts = new int[examples.Count];
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (int at in order)
        {
            string intent = examples[at].Intent ?? string.Empty;
            int count = counts.GetValueOrDefault(intent);
            parts[at] = count % folds;
            counts[intent] = count + 1;
        }

        return parts;
    }

    private static EvaluationReport Report(IReadOnlyList<TrainingExample> examples, List<Verdict> verdicts, FeatureSettings features)
    {
        var nearest = new NearestExamples(examples, features);
        List<Verdict> wrong = [.. verdicts.Where(verdict => !verdict.IsRight)];
        return new()
        {
            Examples = verdicts.Count,
            Accuracy = verdicts.Count == 0 ? 0 : (double)(verdicts.Count - wrong.Count) / verdicts.Count,
            Intents = [.. Scores(verdicts).OrderBy(score => Math.Min(score.Precision, score.Recall)).ThenBy(score => score.Intent, StringComparer.Ordinal)],
            Confusions =
            [
                .. wrong.Where(verdict => verdict.Found is not null)
                    .GroupBy(verdict => (verdict.Intent, Found: verdict.Found!))
                    .Select(group => new Confusion(group.Key.Intent, group.Key.Found, group.Count()))
                    .OrderByDescending(confusion => confusion.Count)
                    .ThenBy(confusion => confusion.Intent, StringComparer.Ordinal)
                    .Take(MostListed),
            ],
            Weakest =
            [
                .. verdicts.Where(verdict => verdict.IsRight)
                    .OrderBy(verdict => verdict.Probability)
                    .Take(MostListed)
                    .Select(verdict => new WeakExample(verdict.Text, verdict.Intent, verdict.Probability)),
            ],
            Misplaced =
            [
                .. wrong.Where(verdict => verdict.Found is not null && verdict.Probability >= Sure)
                    .OrderByDescending(verdict => verdict.Probability)
                    .Take(MostListed)
                    .Select(verdict => new MisplacedExample(
                        verdict.Text, verdict.Intent, verdict.Found!, verdict.Probability, nearest.Find(verdict.Text, verdict.Found!))),
            ],
        };
    }

    private static IEnumerable<IntentScore> Scores(List<Verdict> verdicts)
    {
        ILookup<string, Verdict> byFound = verdicts.Where(verdict => verdict.Found is not null).ToLookup(verdict => verdict.Found!, StringComparer.Ordinal);
        foreach (IGrouping<string, Verdict> group in verdicts.GroupBy(verdict => verdict.Intent, StringComparer.Ordinal))
        {
            int right = group.Count(verdict => verdict.IsRight);
            int found = byFound[group.Key].Count();
            yield return new(group.Key, group.Count(), found == 0 ? 0 : (double)right / found, (double)right / group.Count());
        }
    }

    private sealed record Verdict(string Text, string Intent, Classification? Classification)
    {
        public string? Found => Classification?.Best.Intent;

        public double Probability => Classification?.Best.Probability ?? 0;

        public bool IsRight => string.Equals(Found, Intent, StringComparison.Ordinal);
    }
}
