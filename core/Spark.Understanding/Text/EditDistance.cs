namespace Spark.Understanding.Text;

/// <summary>How many slips of the keyboard lie between two words: a letter too many, missing or wrong, or two swapped.</summary>
internal static class EditDistance
{
    private const int MostLetters = 64;

    /// <summary>The number of slips; that of the longer word's letters for words that nobody compares by letters.</summary>
    public static int Of(string left, string right)
    {
        if (left.Length > MostLetters || right.Length > MostLetters || Math.Abs(left.Length - right.Length) > 2)
        {
            return Math.Max(left.Length, right.Length);
        }

        int width = right.Length + 1;
        Span<int> before = stackalloc int[MostLetters + 1];
        Span<int> last = stackalloc int[MostLetters + 1];
        Span<int> current = stackalloc int[MostLetters + 1];
        for (int column = 0; column < width; column++)
        {
            last[column] = column;
        }

        for (int row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (int column = 1; column < width; column++)
            {
                int wrong = last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                int least = Math.Min(wrong, Math.Min(last[column], current[column - 1]) + 1);
                bool isSwap = row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1];
                current[column] = isSwap ? Math.Min(least, before[column - 2] + 1) : least;
            }

            Span<int> spare = before;
            before = last;
            last = current;
            current = spare;
        }

        return last[width - 1];
    }
}
