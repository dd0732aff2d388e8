namespace Spark.Understanding.Intents.Evaluation;

/// <summary>How well one intent is found.</summary>
/// <param name="Intent">The intent's name.</param>
/// <param name="Examples">How many examples it has.</param>
/// <param name="Precision">The part of what was taken for it that is of it, from 0 to 1.</param>
/// <param name="Recall">The part of its examples that was taken for it, from 0 to 1.</param>
public sealed record IntentScore(string Intent, int Examples, double Precision, double Recall);
