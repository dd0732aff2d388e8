namespace Spark.Understanding.Intents.Evaluation;

/// <summary>Examples of one intent that were taken for another.</summary>
/// <param name="Intent">Whose examples they are.</param>
/// <param name="Found">What they were taken for.</param>
/// <param name="Count">How many.</param>
public sealed record Confusion(string Intent, string Found, int Count);
