using System.Diagnostics.CodeAnalysis;
using Spark.Understanding.Languages;
using Spark.Understanding.Text;

namespace Spark.Understanding.Intents;

/// <summary>
/// What a bot takes for one word, and which words it sets aside, in one language. Examples and messages pass through the same vocabulary,
/// so that one written with one word is found by another. Immutable, safe on any thread.
/// </summary>
public sealed class Vocabulary
{
    private readonly Dictionary<string, List<Phrase>> _byFirstWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _groups = new(StringComparer.Ordinal);

    /// <param name="groups">The words. A phrase that stands twice, or holds no word, is left out; the first one counts.</param>
    public Vocabulary(WordGroups groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        foreach (IReadOnlyList<string> synonyms in groups.Synonyms)
        {
            string meant = TextNormalizer.Normalize(synonyms.FirstOrDefault(string.Empty));
            foreach (string written in synonyms)
            {
                Add(written, meant);
                _groups.TryAdd(TextNormalizer.Normalize(written), synonyms);
            }
        }

        foreach (string written in groups.StopWords)
        {
            Add(written, meant: null);
        }
    }

    /// <summary>The vocabulary of a language, or of its base language; null where there is none.</summary>
    public static Vocabulary? Of(IReadOnlyDictionary<string, Vocabulary> vocabularies, string language)
    {
        ArgumentNullException.ThrowIfNull(vocabularies);
        return vocabularies.GetValueOrDefault(language) ?? vocabularies.GetValueOrDefault(LanguageCatalog.BaseOf(language));
    }

    /// <summary>
    /// The text as the classifier learns and reads it: each synonym as the first word of its group, and without the words that say nothing,
    /// unless it consists of them. The text itself where nothing changes.
    /// </summary>
    public string Rewrite(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<Token> tokens = Tokenizer.Split(text);
        return Essence(tokens) is var essence && ReferenceEquals(essence, tokens) ? text : string.Join(' ', essence.Select(token => token.Text));
    }

    /// <summary>The words and phrases that mean the same as this one, itself among them; none where it stands in no group.</summary>
    public IReadOnlyList<string> SynonymsOf(string phrase) => _groups.GetValueOrDefault(TextNormalizer.Normalize(phrase)) ?? [];

    /// <summary>The words, each synonym as one word of the same place; the list itself where nothing changes.</summary>
    internal List<Token> Unify(List<Token> tokens) => Replace(tokens, leavesOut: false);

    /// <summary>The same without the words that say nothing; with them where there are no others.</summary>
    internal List<Token> Essence(List<Token> tokens) => Replace(tokens, leavesOut: true) is { Count: > 0 } essence ? essence : Unify(tokens);

    private void Add(string written, string? meant)
    {
        string[] words = TextNormalizer.Normalize(written).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return;
        }

        if (!_byFirstWord.TryGetValue(words[0], out List<Phrase>? phrases))
        {
            _byFirstWord.Add(words[0], phrases = []);
        }

        if (!phrases.Exists(known => known.Words.AsSpan().SequenceEqual(words)))
        {
            phrases.Add(new(words, meant));
            phrases.Sort((left, right) => right.Words.Length.CompareTo(left.Words.Length));
        }
    }

    private List<Token> Replace(List<Token> tokens, bool leavesOut)
    {
        List<Token>? replaced = null;
        for (int index = 0; index < tokens.Count;)
        {
            if (!TryFind(tokens, index, leavesOut, out Phrase? phrase) || (phrase.Words.Length == 1 && phrase.Words[0] == phrase.Meant))
            {
                replaced?.Add(tokens[index]);
                index++;
                continue;
            }

            replaced ??= tokens[..index];
            int end = index + phrase.Words.Length;
            if (phrase.Meant is { } meant)
            {
                replaced.Add(new(meant, tokens[index].Start, tokens[end - 1].End));
            }

            index = end;
        }

        return replaced ?? tokens;
    }

    // The longest phrase that stands here.
    private bool TryFind(List<Token> tokens, int index, bool leavesOut, [NotNullWhen(true)] out Phrase? found)
    {
        found = null;
        foreach (Phrase phrase in _byFirstWord.GetValueOrDefault(tokens[index].Text) ?? [])
        {
            if ((leavesOut || phrase.Meant is not null) && StandsAt(tokens, index, phrase.Words))
            {
                found = phrase;
                return true;
            }
        }

        return false;
    }

    private static bool StandsAt(List<Token> tokens, int index, string[] words)
    {
        for (int offset = 0; offset < words.Length; offset++)
        {
            if (index + offset >= tokens.Count || tokens[index + offset].Text != words[offset])
            {
                return false;
            }
        }

        return true;
    }

    private sealed record Phrase(string[] Words, string? Meant);
}
