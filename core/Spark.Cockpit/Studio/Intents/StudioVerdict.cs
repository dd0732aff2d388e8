namespace Spark.Cockpit.Studio.Intents;

/// <summary>What a text would be taken for.</summary>
/// <param name="IsUnderstood">True when the first intent is sure enough.</param>
/// <param name="Confidence">How sure it is, from 0 to 1; 0 when nothing in the text is known.</param>
/// <param name="Threshold">How sure it must be.</param>
/// <param name="Intents">The likeliest intents, the first one first; at most five.</param>
/// <param name="Parts">The parts of the text that decided, with their weights; at most twelve.</param>
public sealed record StudioVerdict(
    bool IsUnderstood,
    double Confidence,
    double Threshold,
    IReadOnlyList<StudioWeight> Intents,
    IReadOnlyList<StudioWeight> Parts);
