namespace Spark.Understanding.Intents;

/// <summary>The classifier of a language.</summary>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Classifier">Trained on the language's examples.</param>
/// <param name="Threshold">The confidence from which a verdict counts, from 0 to 1.</param>
/// <param name="Vocabulary">The synonyms and stop words with which the examples were read; null for none.</param>
/// <param name="Key">Names the classifier by the examples, as <see cref="ClassifierCache.KeyOf"/> does.</param>
public sealed record LanguageModel(string Language, IntentClassifier Classifier, double Threshold, Vocabulary? Vocabulary, string Key)
{
    /// <summary>As <see cref="IntentClassifier.Classify"/>, of a text as people write it.</summary>
    public Classification? Classify(string text) => Classifier.Classify(Vocabulary?.Rewrite(text) ?? text);

    /// <summary>As <see cref="IntentClassifier.Explain"/>, of the text as the vocabulary makes it.</summary>
    public IReadOnlyList<Evidence> Explain(string text) => Classifier.Explain(Vocabulary?.Rewrite(text) ?? text);
}
