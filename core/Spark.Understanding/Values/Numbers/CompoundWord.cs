using Spark.Understanding.Languages;

namespace Spark.Understanding.Values.Numbers;

/// <summary>Takes apart number words that are written together, as "driehonderdeenentachtig".</summary>
internal static class CompoundWord
{
    private const int LongestPart = 12;
    private const int LongestWord = 80;

    /// <summary>The parts in order; empty when the word is no number.</summary>
    public static List<string> Split(string word, NumberWords words)
    {
        var parts = new List<string>();
        if (word.Length is 0 or > LongestWord || !words.IsCompounding)
        {
            return parts;
        }

        // From the end forward: at each place, how far its longest part reaches that leaves a rest which can be split too.
        int[] reach = new int[word.Length + 1];
        for (int start = word.Length - 1; start >= 0; start--)
        {
            for (int end = Math.Min(word.Length, start + LongestPart); end > start && reach[start] == 0; end--)
            {
                if ((end == word.Length || reach[end] > 0) && IsPart(word[start..end], words))
                {
                    reach[start] = end;
                }
            }
        }

        for (int start = 0; reach[0] > 0 && start < word.Length; start = reach[start])
        {
            parts.Add(word[start..reach[start]]);
        }

        return parts;
    }

    private static bool IsPart(string part, NumberWords words) =>
        words.Cardinals.TryGet(part, out _) || words.Scales.TryGet(part, out _) || words.Links.Contains(part)
        || words.FractionNumbers.TryGet(part, out _) || words.Denominators.TryGet(part, out double denominator) && denominator == 2;
}
