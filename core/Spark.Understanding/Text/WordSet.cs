using System.Collections.Frozen;

namespace Spark.Understanding.Text;

/// <summary>A set of normalised words or phrases, written as one string with spaces or bars between them.</summary>
internal sealed class WordSet
{
    private readonly FrozenSet<string> _words;

    private WordSet(IEnumerable<string> words) =>
        _words = words.Select(TextNormalizer.Normalize).ToFrozenSet(StringComparer.Ordinal);

    public static WordSet Empty { get; } = new([]);

    public static WordSet OfWords(string words) => new(words.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public static WordSet OfPhrases(string phrases) => new(phrases.Split('|', StringSplitOptions.RemoveEmptyEntries));

    public bool Contains(string phrase) => _words.Contains(phrase);
}
