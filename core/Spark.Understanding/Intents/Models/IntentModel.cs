using Spark.Understanding.Intents.Features;

namespace Spark.Understanding.Intents.Models;

/// <summary>What training leaves: the n-grams, the networks over them, and the names of the intents. Immutable; holds no sentence.</summary>
/// <param name="Features">Which n-grams count.</param>
/// <param name="Index">The known n-grams.</param>
/// <param name="Networks">The networks, whose scores are averaged.</param>
/// <param name="Intents">The names, in the order of the networks' outputs.</param>
/// <param name="Calibration">How often its verdicts are right.</param>
/// <param name="HasNone">True when the networks have one more output, behind those of the intents, for what means none of them.</param>
internal sealed record IntentModel(
    FeatureSettings Features,
    FeatureIndex Index,
    IReadOnlyList<HiddenNetwork> Networks,
    IReadOnlyList<string> Intents,
    Calibration Calibration,
    bool HasNone)
{
    public int Outputs => Intents.Count + (HasNone ? 1 : 0);

    public int HiddenUnits => Networks[0].Input.Columns;
}
