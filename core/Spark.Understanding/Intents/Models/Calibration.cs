namespace Spark.Understanding.Intents.Models;

/// <summary>
/// How often a verdict of a probability is right, where some messages mean none of the intents: the fewer it knows, the more. Networks that saw few examples, or
/// that choose among many intents, say less than they know, and those that choose among few say more: the curve depends on both. Fitted by
/// logistic regression on held-out training sentences of bots of many sizes; <c>tests/benchmarks/understanding calibrate</c> prints it.
/// </summary>
/// <param name="Offset">The logit of the confidence at a probability of one half.</param>
/// <param name="Slope">How much it rises with the logit of the probability.</param>
internal readonly record struct Calibration(float Offset, float Slope)
{
    /// <summary>The score of "none of them", against which those of the intents are weighed: it matters where there are few intents.</summary>
    public const float NoneScore = 1.5f;

    // Outside of what was measured the nearest that was holds.
    private const double FewestExamples = 4;
    private const double MostExamples = 100;
    private const double FewestIntents = 3;

    /// <summary>The curve of a bot.</summary>
    /// <param name="examples">How many examples it has in all.</param>
    /// <param name="intents">How many intents.</param>
    public static Calibration For(int examples, int intents)
    {
        double many = Math.Log10(Math.Clamp((double)examples / intents, FewestExamples, MostExamples));
        double share = 1 / Math.Max(intents, FewestIntents);
        return new((float)(3.48 - (1.33 * many) + (12.88 * share)), (float)(1.10 + (0.14 * many) + (13.43 * share)));
    }

    public double Of(double probability)
    {
        double bounded = Math.Clamp(probability, 1e-6, 1 - 1e-6);
        return 1 / (1 + (Math.Pow((1 - bounded) / bounded, Slope) * Math.Exp(-Offset)));
    }
}
