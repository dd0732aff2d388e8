namespace Spark.Understanding.Intents.Models;

/// <summary>
/// How often a verdict is right. Training smooths the wanted probabilities, so that the networks say less than they know; how much less
/// is the same for 5 and 130 examples an intent and for 20 and 77 intents (cross-validation; docs/understanding.md).
/// </summary>
internal static class Confidences
{
    /// <summary>The score of "none of them", against which those of the intents are weighed: it matters where there are few intents.</summary>
    public const float NoneScore = 1.5f;

    private const double Offset = 2.0;
    private const double Slope = 1.4;

    public static double Of(double probability)
    {
        double bounded = Math.Clamp(probability, 1e-6, 1 - 1e-6);
        return 1 / (1 + (Math.Pow((1 - bounded) / bounded, Slope) * Math.Exp(-Offset)));
    }
}
