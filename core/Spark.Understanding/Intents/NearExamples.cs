using Spark.Understanding.Text;

namespace Spark.Understanding.Intents;

/// <summary>Finds a short example of which one word is misspelt. Filled while it is built, only read afterwards.</summary>
internal sealed class NearExamples
{
    private const int MostWords = 8;
    private const int ShortestMisspelt = 4;
    private const int LongWord = 8;

    // One word left out → the word that stood there, and the intent; null where two intents have it.
    private readonly Dictionary<string, List<(string Word, string Intent)>> _gaps = new(StringComparer.Ordinal);

    public void Add(IReadOnlyList<string> words, string intent)
    {
        if (words.Count > MostWords)
        {
            return;
        }

        for (int gap = 0; gap < words.Count; gap++)
        {
            if (words[gap].Length >= ShortestMisspelt)
            {
                string key = WithGap(words, gap);
                if (!_gaps.TryGetValue(key, out List<(string Word, string Intent)>? known))
                {
                    _gaps.Add(key, known = []);
                }

                known.Add((words[gap], intent));
            }
        }
    }

    /// <summary>The intent of the examples that are nearly the same; null when there are none, or those of two intents.</summary>
    public string? Find(List<Token> tokens)
    {
        if (tokens.Count > MostWords)
        {
            return null;
        }

        string[] words = [.. tokens.Select(token => token.Text)];
        string? found = null;
        for (int gap = 0; gap < words.Length; gap++)
        {
            if (words[gap].Length < ShortestMisspelt || !_gaps.TryGetValue(WithGap(words, gap), out List<(string Word, string Intent)>? known))
            {
                continue;
            }

            foreach ((string word, string intent) in known)
            {
                if (!IsMisspelt(words[gap], word))
                {
                    continue;
                }

                if (found is not null && found != intent)
                {
                    return null;
                }

                found = intent;
            }
        }

        return found;
    }

    private static string WithGap(IReadOnlyList<string> words, int gap) =>
        string.Join(' ', words.Take(gap).Append("\u0001").Concat(words.Skip(gap + 1)));

    // A number with another digit is another number, not a slip.
    private static bool IsMisspelt(string written, string meant) =>
        !written.Any(char.IsDigit) && EditDistance.Of(written, meant) <= (meant.Length >= LongWord ? 2 : 1);
}
