using System.Text;

namespace Spark.Understanding.Intents;

/// <summary>Trains the classifiers of a bot.</summary>
public static class LanguageModels
{
    private const int LeastIntents = 2;

    /// <summary>One classifier a language that has examples of two intents or more.</summary>
    /// <param name="examples">All examples; a placeholder in them stands for any value.</param>
    /// <param name="thresholds">By language; under the empty name for all others. May be empty.</param>
    /// <param name="cache">Knows what was trained before.</param>
    public static IReadOnlyList<LanguageModel> Train(
        IReadOnlyList<IntentExamples> examples, IReadOnlyDictionary<string, double> thresholds, ClassifierCache cache)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(thresholds);
        ArgumentNullException.ThrowIfNull(cache);
        var models = new List<LanguageModel>();
        foreach (var language in examples.GroupBy(group => group.Language, StringComparer.OrdinalIgnoreCase))
        {
            IReadOnlyList<TrainingExample> sentences = Sentences(language);
            if (sentences.Select(sentence => sentence.Intent).Distinct(StringComparer.Ordinal).Count() >= LeastIntents)
            {
                models.Add(new(
                    language.Key,
                    cache.GetOrTrain(sentences, ClassifierSettings.Default),
                    thresholds.TryGetValue(language.Key, out double own) || thresholds.TryGetValue(string.Empty, out own)
                        ? own
                        : IntentClassifier.DefaultThreshold));
            }
        }

        return models;
    }

    /// <summary>Examples as sentences to train on: without their placeholders, whose values may be anything.</summary>
    public static IReadOnlyList<TrainingExample> Sentences(IEnumerable<IntentExamples> examples) =>
    [
        .. examples
            .SelectMany(group => group.Expressions.Select(expression => new TrainingExample(WithoutSlots(expression), group.Intent)))
            .Where(example => example.Text.AsSpan().Trim().Length > 0)
            .Distinct(),
    ];

    private static string WithoutSlots(string? expression)
    {
        var text = new StringBuilder();
        int depth = 0;
        foreach (char character in expression ?? string.Empty)
        {
            depth += character == '{' ? 1 : 0;
            text.Append(depth == 0 ? character : ' ');
            depth = character == '}' ? 0 : depth;
        }

        return text.ToString();
    }
}
