using Spark.Understanding.Text;

namespace Spark.Understanding.Languages;

/// <summary>All that the readers of values know of one language. Another language is another instance of this, in a file of its own.</summary>
internal sealed record LanguageWords
{
    /// <summary>The base language, such as <c>en</c>.</summary>
    public required string Language { get; init; }

    public required NumberWords Numbers { get; init; }

    public required ChoiceWords Choices { get; init; }

    public required DateWords Dates { get; init; }

    public required TimeWords Times { get; init; }

    /// <summary>Names of languages and their BCP 47 tags.</summary>
    public required PhraseTable<string> LanguageNames { get; init; }

    /// <summary>Words at either end of a request that do not change it: "please".</summary>
    public required WordSet Courtesies { get; init; }

    /// <summary>Words that come with a value without changing it: "on", "the", "please".</summary>
    public required WordSet Fillers { get; init; }
}
