using System.Runtime.InteropServices;
using Spark.Understanding.Text;

namespace Spark.Understanding.Languages.Detection;

/// <summary>
/// Tells in which of a few languages a short text is written, by its words and by how its words are built. It knows the common words of
/// English, Dutch, French, German, Spanish, Italian and Portuguese, and learns from a bot's own examples. Immutable, safe on any thread.
/// </summary>
public sealed class LanguageDetector
{
    // What a word says against what its pieces say, which repeat it.
    private const double PieceWeight = 0.35;
    private const double Smoothing = 0.02;
    private const int LongestPiece = 4;
    private const int MostWords = 200;

    private readonly List<Profile> _profiles;

    private LanguageDetector(List<Profile> profiles) => _profiles = profiles;

    /// <summary>The languages among which it chooses, as they were given.</summary>
    public IReadOnlyList<string> Languages => [.. _profiles.Select(profile => profile.Language)];

    /// <summary>Makes a detector.</summary>
    /// <param name="languages">BCP 47 tags. One that is not among the seven is known by its examples alone, or else never chosen.</param>
    /// <param name="examples">Sentences by language; may lack languages.</param>
    public static LanguageDetector Build(IReadOnlyList<string> languages, IReadOnlyDictionary<string, IReadOnlyList<string>> examples)
    {
        ArgumentNullException.ThrowIfNull(languages);
        ArgumentNullException.ThrowIfNull(examples);
        var profiles = new List<Profile>();
        foreach (string language in languages)
        {
            var profile = new Profile(language);
            if (CommonWords.ByLanguage.TryGetValue(LanguageCatalog.BaseOf(language), out string? common))
            {
                profile.AddCommon(common);
            }

            foreach (string example in examples.GetValueOrDefault(language) ?? [])
            {
                profile.AddExample(example);
            }

            if (profile.HasWords)
            {
                profiles.Add(profile);
            }
        }

        return new(profiles);
    }

    /// <summary>The language of a text and how sure that is, above 0 and at most 1; null when nothing in the text tells.</summary>
    public DetectedLanguage? Detect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<Token> tokens = Tokenizer.Split(text);
        var scores = new double[_profiles.Count];
        bool isKnown = false;
        foreach (Token token in tokens.Take(MostWords))
        {
            if (!char.IsLetter(token.Text[0]))
            {
                continue;
            }

            for (int index = 0; index < scores.Length; index++)
            {
                scores[index] += _profiles[index].Score(token.Text, out bool isFamiliar);
                isKnown |= isFamiliar;
            }
        }

        if (!isKnown)
        {
            return null;
        }

        int best = Array.IndexOf(scores, scores.Max());
        double sum = scores.Sum(score => Math.Exp(score - scores[best]));
        return new(_profiles[best].Language, 1 / sum);
    }

    private sealed class Profile(string language)
    {
        private readonly Dictionary<string, double> _words = new(StringComparer.Ordinal);
        private readonly Dictionary<string, double> _pieces = new(StringComparer.Ordinal);
        private double _wordMass;
        private double _pieceMass;

        public string Language { get; } = language;

        public bool HasWords => _words.Count > 0;

        // By Zipf's law the second word is half as common as the first, and so on.
        public void AddCommon(string common)
        {
            double rank = 8;
            foreach (string word in common.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                foreach (Token token in Tokenizer.Split(word))
                {
                    Add(token.Text, 100 / rank);
                }

                rank++;
            }
        }

        public void AddExample(string example)
        {
            foreach (Token token in Tokenizer.Split(example))
            {
                if (char.IsLetter(token.Text[0]))
                {
                    Add(token.Text, 0.5);
                }
            }
        }

        public double Score(string word, out bool isFamiliar)
        {
            isFamiliar = _words.TryGetValue(word, out double count);
            double score = Math.Log((count + Smoothing) / (_wordMass + (Smoothing * 5_000)));
            double pieces = 0;
            foreach (ReadOnlyMemory<char> piece in Pieces(word))
            {
                bool isFound = _pieces.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(piece.Span, out double mass);
                isFamiliar |= isFound && piece.Length >= 3;
                pieces += Math.Log((mass + (Smoothing * 5)) / (_pieceMass + (Smoothing * 25_000)));
            }

            return score + (PieceWeight * pieces);
        }

        private void Add(string word, double mass)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_words, word, out _) += mass;
            _wordMass += mass;

            // Pieces count types rather than tokens: the build of a language shows in its many words.
            double share = Math.Sqrt(mass);
            foreach (ReadOnlyMemory<char> piece in Pieces(word))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_pieces.GetAlternateLookup<ReadOnlySpan<char>>(), piece.Span, out _) += share;
                _pieceMass += share;
            }
        }

        private static IEnumerable<ReadOnlyMemory<char>> Pieces(string word)
        {
            string padded = word.Length > 40 ? $" {word[..40]} " : $" {word} ";
            for (int start = 0; start < padded.Length; start++)
            {
                for (int length = 2; length <= LongestPiece && start + length <= padded.Length; length++)
                {
                    yield return padded.AsMemory(start, length);
                }
            }
        }
    }
}
