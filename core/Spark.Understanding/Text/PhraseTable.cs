using System.Collections;

namespace Spark.Understanding.Text;

/// <summary>
/// What words and phrases mean, looked up at a place in a text, the longest phrase first. Written as a collection:
/// <c>{ "noon|midday", 12 }</c> gives two phrases one meaning. Filled while it is made, only read afterwards.
/// </summary>
internal sealed class PhraseTable<T> : IEnumerable<KeyValuePair<string, T>>
{
    private readonly Dictionary<string, T> _meanings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string[] Words, T Meaning)>> _byFirstWord = new(StringComparer.Ordinal);

    public void Add(string phrases, T meaning)
    {
        foreach (string phrase in phrases.Split('|'))
        {
            string normal = TextNormalizer.Normalize(phrase);
            string[] words = normal.Split(' ');
            _meanings.Add(normal, meaning);
            if (!_byFirstWord.TryGetValue(words[0], out List<(string[] Words, T Meaning)>? siblings))
            {
                _byFirstWord.Add(words[0], siblings = []);
            }

            siblings.Add((words, meaning));
            siblings.Sort((left, right) => right.Words.Length.CompareTo(left.Words.Length));
        }
    }

    /// <summary>Whether a whole normalised phrase is in the table.</summary>
    public bool TryGet(string phrase, out T meaning) => _meanings.TryGetValue(phrase, out meaning!);

    /// <summary>The longest phrase that starts at the index, and the index behind it.</summary>
    public bool TryRead(LexedText text, int index, out T meaning, out int next)
    {
        if (_byFirstWord.TryGetValue(text.Word(index), out List<(string[] Words, T Meaning)>? candidates))
        {
            foreach ((string[] words, T candidate) in candidates)
            {
                if (StandsAt(text, index, words))
                {
                    meaning = candidate;
                    next = index + words.Length;
                    return true;
                }
            }
        }

        meaning = default!;
        next = index;
        return false;
    }

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => _meanings.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool StandsAt(LexedText text, int index, string[] words)
    {
        for (int offset = 1; offset < words.Length; offset++)
        {
            if (text.Word(index + offset) != words[offset])
            {
                return false;
            }
        }

        return true;
    }
}
