using Spark.Understanding.Text;

namespace Spark.Understanding.Languages;

/// <summary>How a language writes and says numbers.</summary>
internal sealed record NumberWords
{
    public required char DecimalSeparator { get; init; }

    public required char GroupSeparator { get; init; }

    /// <summary>"zero" to "ninety".</summary>
    public required PhraseTable<double> Cardinals { get; init; }

    /// <summary>"hundred", "thousand", "million" and so on.</summary>
    public required PhraseTable<double> Scales { get; init; }

    /// <summary>Short forms of scales that only follow digits: "10k".</summary>
    public required PhraseTable<double> DigitScales { get; init; }

    /// <summary>Whether number words are written together, as in "driehonderdeenentachtig".</summary>
    public bool IsCompounding { get; init; }

    /// <summary>Whether units come before tens, as in "een en tachtig".</summary>
    public bool UnitsBeforeTens { get; init; }

    /// <summary>"and" within a number.</summary>
    public required WordSet Links { get; init; }

    /// <summary>Words that mean one before "hundred" or "half" but are an article elsewhere.</summary>
    public required WordSet Articles { get; init; }

    /// <summary>Words that turn a following "one" into a pronoun: "this one".</summary>
    public required WordSet BeforePronoun { get; init; }

    /// <summary>Words that turn a preceding "one" into a pronoun: "one of them".</summary>
    public required WordSet AfterPronoun { get; init; }

    public required WordSet Minus { get; init; }

    public required WordSet Points { get; init; }

    public required WordSet Dozens { get; init; }

    /// <summary>Numbers that are not whole, such as "anderhalf".</summary>
    public required PhraseTable<double> FractionNumbers { get; init; }

    /// <summary>Denominators after one: "half", "third", "quarter".</summary>
    public required PhraseTable<double> Denominators { get; init; }

    /// <summary>Denominators after more than one: "thirds", "quarters".</summary>
    public required PhraseTable<double> PluralDenominators { get; init; }

    /// <summary>Words between a fraction and what it is a fraction of.</summary>
    public required WordSet Of { get; init; }

    /// <summary>Phrases that divide: "one over three".</summary>
    public required PhraseTable<bool> Over { get; init; }

    /// <summary>"first" to "thirty-first".</summary>
    public required PhraseTable<int> Ordinals { get; init; }

    /// <summary>What digits carry to become an ordinal: "2nd".</summary>
    public required WordSet OrdinalSuffixes { get; init; }
}
