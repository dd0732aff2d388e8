using Spark.Understanding.Text;

namespace Spark.Understanding.Languages;

/// <summary>How a language agrees, refuses and points at one of several things.</summary>
internal sealed record ChoiceWords
{
    /// <summary>Words that mean yes or no wherever a clause begins with them.</summary>
    public required PhraseTable<bool> Strong { get; init; }

    /// <summary>Words and phrases that mean yes or no only when a clause is nothing else.</summary>
    public required PhraseTable<bool> Weak { get; init; }

    /// <summary>Words that may follow a yes or no without changing it: "that sounds good".</summary>
    public required WordSet Tails { get; init; }

    /// <summary>Words that may come before a yes or no, or around a choice, without changing it.</summary>
    public required WordSet Fillers { get; init; }

    /// <summary>Words that make a choice mean something else: "not the first".</summary>
    public required WordSet Negations { get; init; }

    /// <summary>Words before a position: "number 2".</summary>
    public required WordSet Positions { get; init; }

    /// <summary>"last": counted from the end, 1 for the last itself.</summary>
    public required PhraseTable<int> FromEnd { get; init; }
}
