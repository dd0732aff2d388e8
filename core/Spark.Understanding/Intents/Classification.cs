namespace Spark.Understanding.Intents;

/// <summary>What a classifier makes of a text.</summary>
public sealed record Classification
{
    /// <summary>The likeliest intents, the best first; at most three, at least one.</summary>
    public required IReadOnlyList<RankedIntent> Intents { get; init; }

    /// <summary>
    /// How likely it is that the best intent is meant, rather than another or none that the classifier knows: from 0 to 1. A text unlike
    /// all examples has a low one even where one intent is far ahead of the others.
    /// </summary>
    public required double Confidence { get; init; }

    /// <summary>How sure it is that one of the first two intents is meant, whichever; the same as <see cref="Confidence"/> where the second is less than half as likely.</summary>
    public required double EitherConfidence { get; init; }

    /// <summary>How like the most similar example of the best intent is, as the networks see both: from 0 to 1.</summary>
    public required double Likeness { get; init; }

    /// <summary>The likeliest intent.</summary>
    public RankedIntent Best => Intents[0];
}
