namespace Spark.Testing.Torture;

/// <summary>Compares two transcripts line by line.</summary>
internal static class TranscriptDifference
{
    /// <summary>The lines of both: those that are only in the first with a minus, only in the second with a plus.</summary>
    /// <param name="expected">The first.</param>
    /// <param name="actual">The second.</param>
    public static IEnumerable<string> Of(IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        // Longest common subsequence: transcripts are short.
        var common = new int[expected.Count + 1, actual.Count + 1];
        for (var i = expected.Count - 1; i >= 0; i--)
        {
            for (var j = actual.Count - 1; j >= 0; j--)
            {
                common[i, j] = string.Equals(expected[i], actual[j], StringComparison.Ordinal)
                    ? common[i + 1, j + 1] + 1
                    : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var (left, right) = (0, 0);
        while (left < expected.Count || right < actual.Count)
        {
            if (left < expected.Count && right < actual.Count && string.Equals(expected[left], actual[right], StringComparison.Ordinal))
            {
                yield return $"  {expected[left]}";
                left++;
                right++;
            }
            else if (right >= actual.Count || (left < expected.Count && common[left + 1, right] >= common[left, right + 1]))
            {
                yield return $"- {expected[left++]}";
            }
            else
            {
                yield return $"+ {actual[right++]}";
            }
        }
    }
}
