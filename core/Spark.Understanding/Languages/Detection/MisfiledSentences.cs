using Spark.Understanding.Text;

namespace Spark.Understanding.Languages.Detection;

/// <summary>
/// Tells when sentences that are filed under one language are written in another. It judges them as a whole and only when it is sure: names
/// of products, loan words and a few short sentences move nothing. It knows the languages whose common words the detector knows.
/// </summary>
public static class MisfiledSentences
{
    private const int FewestSentences = 3;
    private const int MostSentences = 12;
    private const int FewestWords = 3;
    private const double Sure = 0.95;
    private const double MostOfThem = 0.75;
    private const double SomeOfThem = 0.15;

    private static readonly Dictionary<string, IReadOnlyList<string>> NoExamples = [];

    private static readonly Lazy<LanguageDetector> Detector = new(() => LanguageDetector.Build([.. CommonWords.ByLanguage.Keys], NoExamples));

    private static readonly Lazy<Dictionary<string, WordSet>> Words = new(() =>
        CommonWords.ByLanguage.ToDictionary(pair => pair.Key, pair => WordSet.OfWords(pair.Value), StringComparer.OrdinalIgnoreCase));

    /// <summary>The language in which the sentences are clearly written; null when that is theirs, or when it cannot be told.</summary>
    /// <param name="sentences">The sentences. Of many the first few are looked at.</param>
    /// <param name="language">The tag under which they are filed.</param>
    public static string? Find(IEnumerable<string> sentences, string language)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(language);
        string own = LanguageCatalog.BaseOf(language);
        if (!Words.Value.ContainsKey(own))
        {
            return null;
        }

        var judged = sentences
            .Select(sentence => (Text: sentence, Words: Tokenizer.Split(sentence).Where(token => char.IsLetter(token.Text[0])).ToList()))
            .Where(sentence => sentence.Words.Count >= FewestWords)
            .Take(MostSentences)
            .ToList();
        if (judged.Count < FewestSentences || SpeaksItsOwn([.. judged.SelectMany(sentence => sentence.Words)], own))
        {
            return null;
        }

        var found = judged.Select(sentence => Detector.Value.Detect(sentence.Text)).ToList();
        double Share(string tag, double probability) => (double)found.Count(one => one?.Language == tag && one.Probability >= probability) / found.Count;
        string? other = found.OfType<DetectedLanguage>().Select(one => one.Language).Distinct(StringComparer.Ordinal).MaxBy(tag => Share(tag, Sure));
        return other is not null && !other.Equals(own, StringComparison.OrdinalIgnoreCase) && Share(other, Sure) >= MostOfThem
            && Share(own.ToLowerInvariant(), 0) <= SomeOfThem
            ? other
            : null;
    }

    /// <summary>The language of a text among those that are known, when it is sure; null when it is not.</summary>
    /// <param name="text">The text.</param>
    public static string? Of(string text) => Detector.Value.Detect(text) is { Probability: >= Sure } found ? found.Language : null;

    /// <summary>Whether anything can be told of a language.</summary>
    /// <param name="language">Its tag.</param>
    public static bool Knows(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return CommonWords.ByLanguage.ContainsKey(LanguageCatalog.BaseOf(language));
    }

    // Counting common words is cheap, and tells almost always that all is well.
    private static bool SpeaksItsOwn(List<Token> words, string own)
    {
        int Common(WordSet set) => words.Count(word => set.Contains(word.Text));
        int most = Words.Value.Max(pair => Common(pair.Value));
        return Common(Words.Value[own]) >= most;
    }
}
