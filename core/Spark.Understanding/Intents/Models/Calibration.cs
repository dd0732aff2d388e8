namespace Spark.Understanding.Intents.Models;

/// <summary>
/// How often a verdict is right, where some messages mean none of the intents: the fewer a bot knows, the more. Two things promise it, the
/// probability of the intent and the likeness to one of its examples, and the one that promises less counts: what is of another trade
/// has a low probability, what is of the same trade and none of the intents is like no example. Networks that saw few examples, or that
/// choose among many intents, say less than they know, and those that choose among few say more: both curves depend on it. Fitted by
/// logistic regression on held-out training sentences of bots of many sizes; <c>tests/benchmarks/understanding calibrate</c> prints them.
/// </summary>
/// <param name="Offset">The logit of the confidence at a probability of one half.</param>
/// <param name="Slope">How much it rises with the logit of the probability.</param>
/// <param name="LikenessOffset">The logit of the confidence at a likeness of 0.</param>
/// <param name="LikenessSlope">How much it rises with <see cref="Nearness"/>.</param>
internal readonly record struct Calibration(float Offset, float Slope, float LikenessOffset, float LikenessSlope)
{
    /// <summary>The score of "none of them", against which those of the intents are weighed: it matters where there are few intents.</summary>
    public const float NoneScore = 1.5f;

    // Outside of what was measured the nearest that was holds.
    private const double FewestExamples = 4;
    private const double MostExamples = 100;
    private const double FewestIntents = 3;

    /// <summary>The curves of a bot.</summary>
    /// <param name="examples">How many examples it has in all.</param>
    /// <param name="intents">How many intents.</param>
    public static Calibration For(int examples, int intents)
    {
        double many = Math.Log10(Math.Clamp((double)examples / intents, FewestExamples, MostExamples));
        double share = 1 / Math.Max(intents, FewestIntents);
        return new(
            (float)(6.29 - (3.60 * many) + (12.48 * share) + (0.60 * many * many) - (0.82 * many * share)),
            (float)(1.98 - (0.19 * many) + (13.79 * share)),
            (float)(-0.72 - (4.33 * many) + (0.73 * share) + (0.68 * many * many) - (5.85 * many * share)),
            (float)(1.05 + (1.66 * many) + (2.02 * share)));
    }

    /// <summary>The confidence.</summary>
    /// <param name="probability">Of the intent, or of two where either would do.</param>
    /// <param name="likeness">To its nearest example, from 0 to 1.</param>
    public double Of(double probability, double likeness)
    {
        double bounded = Math.Clamp(probability, 1e-6, 1 - 1e-6);
        double least = Math.Min(
            Offset + (Slope * Math.Log(bounded / (1 - bounded))), LikenessOffset + (LikenessSlope * Nearness(likeness)));
        return 1 / (1 + Math.Exp(-least));
    }

    /// <summary>A likeness on a scale on which the last steps to 1 are the longest.</summary>
    public static double Nearness(double likeness) => -Math.Log(1.02 - likeness);

    public void Write(BinaryWriter writer)
    {
        writer.Write(Offset);
        writer.Write(Slope);
        writer.Write(LikenessOffset);
        writer.Write(LikenessSlope);
    }

    public static Calibration Read(BinaryReader reader) => new(reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle());
}
