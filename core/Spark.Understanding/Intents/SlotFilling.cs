using Spark.Understanding.Text;
using Spark.Understanding.Values;

namespace Spark.Understanding.Intents;

/// <summary>Lays patterns over one text and reads the values between their words. Used for one text, on one thread.</summary>
internal sealed class SlotFilling(string text, IReadOnlyList<Token> tokens, string language, DateTimeOffset now)
{
    // A text that repeats the word between two placeholders could be cut in very many ways; nobody writes one.
    private const int MostReadings = 2000;

    // Only a text is long; the words of any other value are counted before they are read.
    private const int LongestValue = 64;

    private readonly Dictionary<string, ParsedValue> _values = new(StringComparer.Ordinal);
    private int _readings;

    /// <summary>The values by variable, when the whole text fits; null otherwise.</summary>
    public IReadOnlyDictionary<string, ParsedValue>? Fill(ExamplePattern pattern)
    {
        _values.Clear();
        _readings = 0;
        return StandsAt(pattern.Literals[0], 0) && FillFrom(pattern, 0, pattern.Literals[0].Length)
            ? new Dictionary<string, ParsedValue>(_values, StringComparer.Ordinal)
            : null;
    }

    private bool FillFrom(ExamplePattern pattern, int slotIndex, int start)
    {
        string[] literal = pattern.Literals[slotIndex + 1];
        bool isLast = slotIndex == pattern.Slots.Count - 1;
        int end = isLast ? tokens.Count - literal.Length : start + 1;
        for (; end > start && end + literal.Length <= tokens.Count && _readings < MostReadings; end++)
        {
            if (StandsAt(literal, end) && Read(pattern.Slots[slotIndex], start, end)
                && (isLast || FillFrom(pattern, slotIndex + 1, end + literal.Length)))
            {
                return true;
            }
        }

        return false;
    }

    private bool StandsAt(string[] literal, int start)
    {
        if (start + literal.Length > tokens.Count)
        {
            return false;
        }

        for (int index = 0; index < literal.Length; index++)
        {
            if (tokens[start + index].Text != literal[index])
            {
                return false;
            }
        }

        return true;
    }

    private bool Read(Slot slot, int start, int end)
    {
        if (!slot.IsOpen && end - start > LongestValue)
        {
            return false;
        }

        _readings++;
        if (slot.Read(Cut(slot, start, end), language, now) is not { } value)
        {
            return false;
        }

        _values[slot.Variable.Name] = value;
        return true;
    }

    // A value keeps the signs at its sides ("+31 6 …", "(020) …"), save a text, to which they do not belong.
    private string Cut(Slot slot, int start, int end)
    {
        if (slot.IsOpen)
        {
            return text[tokens[start].Start..tokens[end - 1].End];
        }

        int from = start == 0 ? 0 : tokens[start - 1].End;
        int to = end == tokens.Count ? text.Length : tokens[end].Start;
        return text[from..to].Trim();
    }
}
