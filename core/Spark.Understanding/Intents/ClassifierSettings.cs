namespace Spark.Understanding.Intents;

/// <summary>How a classifier is trained. The defaults were found by cross-validation; see docs/understanding.md.</summary>
public sealed record ClassifierSettings
{
    /// <summary>The defaults.</summary>
    public static ClassifierSettings Default { get; } = new();

    /// <summary>Which n-grams count.</summary>
    public FeatureSettings Features { get; init; } = new();

    /// <summary>What chance starts from: the same examples and seed give the same model, byte for byte.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>How many networks are trained and averaged; two are trained at a time.</summary>
    public int Networks { get; init; } = 2;

    /// <summary>The hidden units of a network.</summary>
    public int HiddenUnits { get; init; } = 128;

    /// <summary>The hidden units where there are fewer than <see cref="FewExamples"/>: as good there, and trained in half the time.</summary>
    public int FewHiddenUnits { get; init; } = 64;

    /// <summary>From how many examples on a bot is no small one.</summary>
    public int FewExamples { get; init; } = 1_000;

    /// <summary>
    /// The hidden units where there are fewer than <see cref="FewestExamples"/>, and no more intents than so many: again as good there, and
    /// trained in half the time. Fewer units than intents tell them apart less well.
    /// </summary>
    public int FewestHiddenUnits { get; init; } = 32;

    /// <summary>From how many examples on a bot is no very small one.</summary>
    public int FewestExamples { get; init; } = 300;

    /// <summary>How often at least each example is seen.</summary>
    public int Passes { get; init; } = 12;

    /// <summary>How many steps at least are taken, with few examples: they are seen more often, up to <see cref="MostPasses"/> times.</summary>
    public int LeastSteps { get; init; } = 24_000;

    /// <summary>How often at most each example is seen.</summary>
    public int MostPasses { get; init; } = 20;

    /// <summary>How many steps at least are taken with very few examples: they are seen up to twice as often as <see cref="MostPasses"/>.</summary>
    public int FewestSteps { get; init; } = 4_000;

    /// <summary>The length of the first step; steps become shorter towards 0.</summary>
    public float Rate { get; init; } = 0.3f;

    /// <summary>The steps of the output layer and the biases, in parts of <see cref="Rate"/>.</summary>
    public float OutputRate { get; init; } = 0.1f;

    /// <summary>The part of a text's n-grams that is left out at random in each step.</summary>
    public float FeatureDropout { get; init; } = 0.3f;

    /// <summary>The part of the hidden units that is left out at random in each step.</summary>
    public float HiddenDropout { get; init; } = 0.3f;

    /// <summary>The probability that is wanted for all the intents that an example is not of, together.</summary>
    public float Smoothing { get; init; } = 0.1f;

    /// <summary>How large the random weights are from which training starts.</summary>
    public float InitialWeight { get; init; } = 0.1f;

    /// <summary>The hidden units for so many examples and intents.</summary>
    internal int UnitsFor(int examples, int intents) => Math.Min(HiddenUnits, examples switch
    {
        _ when examples < FewestExamples && intents <= FewestHiddenUnits => FewestHiddenUnits,
        _ when examples < FewExamples => FewHiddenUnits,
        _ => HiddenUnits,
    });
}
