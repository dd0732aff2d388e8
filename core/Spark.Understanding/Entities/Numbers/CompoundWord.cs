using Spark.Understanding.Entities.Words;

namespace Spark.Understanding.Entities.Numbers;

/// <summary>Takes apart number words that are written together, as "driehonderdeenentachtig" and "ventitré".</summary>
internal static class CompoundWord
{
    private const int LongestPart = 14;
    private const int LongestWord = 90;

    /// <summary>Whether a word begins with a part of a number.</summary>
    public static bool MayStart(string word, LanguageTable table)
    {
        if (word.Length > LongestWord || !table.Has("compound"))
        {
            return false;
        }

        for (int length = 2; length <= Math.Min(word.Length, LongestPart); length++)
        {
            if (Find(word[..length], table) is not null || table.Category("ordinal").Find(word[..length]) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The parts in order; empty when the word is no number.</summary>
    public static List<string> Split(string word, LanguageTable table)
    {
        List<string> parts = [];
        if (!MayStart(word, table))
        {
            return parts;
        }

        // From the end forward: at each place, how far its longest part reaches that leaves a rest which can be split too.
        int[] reach = new int[word.Length + 1];
        for (int start = word.Length - 1; start >= 0; start--)
        {
            for (int end = Math.Min(word.Length, start + LongestPart); end > start && reach[start] == 0; end--)
            {
                if ((end == word.Length || reach[end] > 0) && Find(word[start..end], table) is not null)
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

    /// <summary>What kind of part a word is, and its meaning; null when it is none.</summary>
    public static (string Category, string Meaning)? Find(string part, LanguageTable table)
    {
        foreach (string category in (ReadOnlySpan<string>)["cardinal", "bound", "scale", "link"])
        {
            if (table.Category(category).Find(part) is { } meaning)
            {
                return (category, meaning);
            }
        }

        return null;
    }
}
