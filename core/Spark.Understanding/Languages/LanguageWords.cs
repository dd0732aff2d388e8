using Spark.Understanding.Text;

namespace Spark.Understanding.Languages;

/// <summary>How people answer in one language, beyond what the table of its entities says: yes and no, what comes with an answer, names of languages.</summary>
internal sealed record LanguageWords
{
    /// <summary>The base language, such as <c>en</c>.</summary>
    public required string Language { get; init; }

    public required ChoiceWords Choices { get; init; }

    /// <summary>Names of languages and their BCP 47 tags.</summary>
    public required PhraseTable<string> LanguageNames { get; init; }

    /// <summary>Words at either end of a request that do not change it: "please".</summary>
    public required WordSet Courtesies { get; init; }

    /// <summary>Words that come with a value without changing it: "on", "the", "please".</summary>
    public required WordSet Fillers { get; init; }
}
