namespace Spark.Understanding.Intents.Evaluation;

/// <summary>An example whose intent is found only just: others like it would help.</summary>
/// <param name="Text">The example.</param>
/// <param name="Intent">Its intent.</param>
/// <param name="Probability">What the classifier gave that intent.</param>
public sealed record WeakExample(string Text, string Intent, double Probability);
