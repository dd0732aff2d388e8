namespace Spark.Understanding.Intents.Evaluation;

/// <summary>An example that a classifier which has not seen it is sure belongs elsewhere.</summary>
/// <param name="Text">The example.</param>
/// <param name="Intent">Where it stands.</param>
/// <param name="Suggested">Where it seems to belong.</param>
/// <param name="Probability">How likely that is.</param>
/// <param name="Nearest">The example of the suggested intent that it is most like.</param>
public sealed record MisplacedExample(string Text, string Intent, string Suggested, double Probability, string? Nearest);
