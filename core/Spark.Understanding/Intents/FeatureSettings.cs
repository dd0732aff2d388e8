namespace Spark.Understanding.Intents;

/// <summary>Which n-grams of a text count, and how much. The defaults were found by cross-validation; see docs/understanding.md.</summary>
public sealed record FeatureSettings
{
    /// <summary>The longest sequence of words, from 1 to 3.</summary>
    public int WordGrams { get; init; } = 2;

    /// <summary>The shortest sequence of characters within a word and its two ends.</summary>
    public int ShortestPiece { get; init; } = 3;

    /// <summary>The longest sequence of characters within a word and its two ends.</summary>
    public int LongestPiece { get; init; } = 5;

    /// <summary>Pairs of words with one or more between them that count, by their greatest distance; 1 for none.</summary>
    public int SkipDistance { get; init; } = 1;

    /// <summary>In how many examples a sequence of characters must stand to count, where there are a thousand or more.</summary>
    public int PieceMinimum { get; init; } = 2;

    /// <summary>In how many examples a sequence of words must stand to count, where there are a thousand or more.</summary>
    public int WordMinimum { get; init; } = 2;

    /// <summary>The length of the characters' part of the vector where the words' part has length 1.</summary>
    public float PieceWeight { get; init; } = 1;
}
