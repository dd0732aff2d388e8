namespace Spark.Engine.Reading;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearestName
{
    private const int LongestName = 64;
    private const int ShortestBeginning = 4;

    /// <summary>The nearest of the names within a third of the word's length; null when none is near.</summary>
    public static string? Find(string word, IEnumerable<string> names)
    {
        if (word.Length is 0 or > LongestName)
        {
            return null;
        }

        string? nearest = null;
        var least = Math.Max(1, word.Length / 3) + 1;
        foreach (var name in names)
        {
            if (name.Length > LongestName || Math.Abs(name.Length - word.Length) >= least)
            {
                continue;
            }

            var distance = Distance(word, name, least);
            if (distance < least)
            {
                least = distance;
                nearest = name;
            }
        }

        return nearest ?? Longer(word, names);
    }

    // Who knows how a name begins writes no more of it.
    private static string? Longer(string word, IEnumerable<string> names) =>
        word.Length < ShortestBeginning ? null
            : names.Where(name => name.StartsWith(word, StringComparison.OrdinalIgnoreCase)).Take(2).ToList() is [var only] ? only : null;

    /// <summary>A remedy that begins with the name that was probably meant, when there is one.</summary>
    public static string Suggest(string word, IEnumerable<string> names, string otherwise) => Remedy(Find(word, names), otherwise);

    /// <summary>A remedy that begins with the name that was found; null for none.</summary>
    public static string Remedy(string? nearest, string otherwise) => nearest is null ? otherwise : $"Did you mean '{nearest}'? {otherwise}";

    // Letters changed, added, left out or swapped with their neighbour; capitals do not count. What is far is not measured to its end.
    private static int Distance(string a, string b, int tooFar)
    {
        Span<int> before = stackalloc int[LongestName + 1];
        Span<int> last = stackalloc int[LongestName + 1];
        Span<int> current = stackalloc int[LongestName + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var from = Math.Max(1, i - tooFar);
            var to = Math.Min(b.Length, i + tooFar);
            current[from - 1] = from == 1 ? i : tooFar;
            var least = tooFar;
            for (var j = from; j <= to; j++)
            {
                var cost = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                var above = j == i + tooFar ? tooFar : last[j];
                current[j] = Math.Min(Math.Min(current[j - 1], above) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }

                least = Math.Min(least, current[j]);
            }

            if (least >= tooFar)
            {
                return tooFar;
            }

            var spare = before;
            before = last;
            last = current;
            current = spare;
        }

        return last[b.Length];
    }

    private static bool Same(char a, char b) => a == b || char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
