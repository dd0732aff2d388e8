namespace Spark.Understanding.Intents.Training;

/// <summary>Probabilities of scores, with an exponential function of our own, so that they are the same on every machine.</summary>
internal static class Probabilities
{
    /// <summary>Replaces scores by probabilities, which come to 1.</summary>
    public static void Of(Span<float> scores) => Of(scores, float.NegativeInfinity);

    /// <summary>Replaces scores by probabilities; what is missing to 1 is that of one more score.</summary>
    public static void Of(Span<float> scores, float other)
    {
        float most = other;
        foreach (float score in scores)
        {
            most = Math.Max(most, score);
        }

        float sum = Exp(other - most);
        for (int index = 0; index < scores.Length; index++)
        {
            sum += scores[index] = Exp(scores[index] - most);
        }

        float scale = 1 / sum;
        for (int index = 0; index < scores.Length; index++)
        {
            scores[index] *= scale;
        }
    }

    /// <summary>e to a power of at most 0 (minus infinity too), to six digits.</summary>
    public static float Exp(float power)
    {
        if (power < -80)
        {
            return 0;
        }

        float twos = power * 1.44269504f;
        float whole = MathF.Floor(twos);
        float part = (twos - whole) * 0.693147181f;
        float series = 1 + part * (1 + part * (0.5f + part * (0.166666667f + part * (0.0416666667f + part * (0.00833333333f + part * 0.00138888889f)))));
        return series * BitConverter.Int32BitsToSingle(((int)whole + 127) << 23);
    }
}
