using System.Text;

namespace Spark.Understanding.Intents;

/// <summary>Trains the classifiers of a bot.</summary>
public static class LanguageModels
{
    private const int LeastIntents = 2;

    /// <summary>One classifier a language that has examples of two intents or more.</summary>
    /// <param name="examples">All examples; a placeholder in them stands for any value.</param>
    /// <param name="thresholds">By language; under the empty name for all others. May be empty.</param>
    /// <param name="vocabularies">Synonyms and stop words by language; may be empty.</param>
    /// <param name="cache">Knows what was trained before.</param>
    public static IReadOnlyList<LanguageModel> Train(
        IReadOnlyList<IntentExamples> examples,
        IReadOnlyDictionary<string, double> thresholds,
        IReadOnlyDictionary<string, Vocabulary> vocabularies,
        ClassifierCache cache)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(thresholds);
        ArgumentNullException.ThrowIfNull(cache);
        var models = new List<LanguageModel>();
        foreach (var language in examples.GroupBy(group => group.Language, StringComparer.OrdinalIgnoreCase))
        {
            Vocabulary? vocabulary = Vocabulary.Of(vocabularies, language.Key);
            IReadOnlyList<TrainingExample> sentences = Sentences(language, vocabulary);
            if (sentences.Select(sentence => sentence.Intent).Distinct(StringComparer.Ordinal).Count() >= LeastIntents)
            {
                models.Add(new(
                    language.Key,
                    cache.GetOrTrain(sentences, ClassifierSettings.Default),
                    thresholds.TryGetValue(language.Key, out double own) || thresholds.TryGetValue(string.Empty, out own)
                        ? own
                        : IntentClassifier.DefaultThreshold,
                    vocabulary,
                    ClassifierCache.KeyOf(sentences, ClassifierSettings.Default)));
            }
        }

        return models;
    }

    /// <summary>
    /// Examples of one language as sentences to train on: without their placeholders, whose values may be anything, and in the words of the
    /// vocabulary. What is trained is known by these sentences, so that a synonym that changes one of them makes another model.
    /// </summary>
    public static IReadOnlyList<TrainingExample> Sentences(IEnumerable<IntentExamples> examples, Vocabulary? vocabulary = null) =>
    [
        .. examples
            .SelectMany(group => group.Expressions.Select(expression => new TrainingExample(Words(expression, vocabulary), group.Intent)))
            .Where(example => example.Text.AsSpan().Trim().Length > 0)
            .Distinct(),
    ];

    private static string Words(string? expression, Vocabulary? vocabulary) =>
        WithoutSlots(expression) is var text && vocabulary is null ? text : vocabulary!.Rewrite(text);

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
