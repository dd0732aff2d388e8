using Spark.Understanding.Intents.Features;

namespace Spark.Understanding.Intents.Models;

/// <summary>What training leaves: the n-grams, the networks over them, and the names of the intents. Immutable; holds no sentence.</summary>
/// <param name="Features">Which n-grams count.</param>
/// <param name="Index">The known n-grams.</param>
/// <param name="Networks">The networks, whose scores are averaged.</param>
/// <param name="Intents">The names, in the order of the networks' outputs.</param>
/// <param name="Traces">What the networks made of the examples.</param>
/// <param name="Calibration">How often its verdicts are right.</param>
/// <param name="HasNone">True when the networks have one more output, behind those of the intents, for what means none of them.</param>
internal sealed record IntentModel(
    FeatureSettings Features,
    FeatureIndex Index,
    IReadOnlyList<HiddenNetwork> Networks,
    IReadOnlyList<string> Intents,
    ExampleTraces Traces,
    Calibration Calibration,
    bool HasNone)
{
    public int Outputs => Intents.Count + (HasNone ? 1 : 0);

    public int HiddenUnits => Networks[0].Input.Columns;

    public ClassifierBuffers NewBuffers() => new(Index, Features, Networks.Count, HiddenUnits, Outputs);

    /// <summary>Sets the scores of all outputs, before they become probabilities, and what the hidden units made of the text.</summary>
    public void Score(ReadOnlySpan<int> places, ReadOnlySpan<float> values, ClassifierBuffers buffers)
    {
        Span<float> sums = buffers.Sums.AsSpan(0, Outputs);
        sums.Clear();
        for (int network = 0; network < Networks.Count; network++)
        {
            Networks[network].AddScores(places, values, 1f / Networks.Count, buffers, sums);
            for (int unit = 0; unit < HiddenUnits; unit++)
            {
                buffers.AllHidden[(network * HiddenUnits) + unit] = Math.Max(0, buffers.Hidden[unit]);
            }
        }
    }
}
