namespace Spark.Understanding.Intents;

/// <summary>The classifier of a language.</summary>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Classifier">Trained on the language's examples.</param>
/// <param name="Threshold">The confidence from which a verdict counts, from 0 to 1.</param>
public sealed record LanguageModel(string Language, IntentClassifier Classifier, double Threshold);
