using Spark.Understanding.Text;

namespace Spark.Understanding.Values;

/// <summary>Finds the one thing of a kind in a text: none and several different ones are both no answer.</summary>
internal static class SingleReading
{
    /// <param name="text">The text.</param>
    /// <param name="readAt">Reads at an index; a reading without a value is passed over as a whole.</param>
    /// <param name="fillers">Words that may surround a value that is not embedded.</param>
    /// <param name="mayBeEmbedded">Whether other words may surround it.</param>
    public static T? Find<T>(LexedText text, Func<int, Reading<T?>?> readAt, WordSet fillers, bool mayBeEmbedded)
        where T : struct, IEquatable<T>
    {
        T? found = null;
        for (int index = 0; index < text.Count;)
        {
            Reading<T?>? reading = readAt(index);
            if (reading?.Value is { } value)
            {
                if (found is { } other && !other.Equals(value))
                {
                    return null;
                }

                found = value;
            }
            else if (!mayBeEmbedded && (reading is not null || !IsFiller(text, index, fillers)))
            {
                return null;
            }

            index = reading?.Next ?? index + 1;
        }

        return found;
    }

    private static bool IsFiller(LexedText text, int index, WordSet fillers) =>
        text.Is(index, LexemeKind.Sign) ? !text.IsSign(index, '@') : fillers.Contains(text.Word(index));
}
