using System.Buffers;
using Spark.Understanding.Intents;
using Spark.Understanding.Text;

namespace Spark.Understanding.Values.Composites;

/// <summary>Finds combinations of values in one text: the words of a pattern, and between them the values of its parts. Used on one thread.</summary>
internal sealed class CompositeFinder(string text, IReadOnlyList<Token> tokens, string language, DateTimeOffset now)
{
    // What is made to be hard is given up; nobody writes it.
    private const int MostReadings = 2000;
    private const int MostWords = 8;

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(".,;:!?\n");
    private static readonly SearchValues<char> Around = SearchValues.Create(" \t\r\n.,;:!?");

    private readonly List<CompositePart> _parts = [];
    private int _readings;

    /// <summary>The combinations; where several begin at one place, the one with the most parts, and of those the longest.</summary>
    public IReadOnlyList<CompositeEntity> Find(IReadOnlyList<ExamplePattern> patterns)
    {
        HashSet<string> words = [.. tokens.Select(token => token.Text)];
        List<ExamplePattern> possible = [.. patterns.Where(pattern => pattern.Literals.All(literal => literal.All(words.Contains)))];
        var found = new List<CompositeEntity>();
        for (int start = 0; start < tokens.Count && possible.Count > 0;)
        {
            int next = start + 1;
            if (Longest(possible, start) is var (entity, end))
            {
                found.Add(entity);
                next = end;
            }

            start = next;
        }

        return found;
    }

    private (CompositeEntity Entity, int End)? Longest(List<ExamplePattern> patterns, int start)
    {
        (CompositeEntity Entity, int End)? longest = null;
        foreach (ExamplePattern pattern in patterns)
        {
            _parts.Clear();
            if (StandsAt(pattern.Literals[0], start) && Fill(pattern, 0, start + pattern.Literals[0].Length) is { } end)
            {
                int from = pattern.Literals[0].Length > 0 ? tokens[start].Start : _parts[0].Start;
                int to = pattern.Literals[^1].Length > 0 ? tokens[end - 1].End : _parts[^1].End;
                if (longest is not { } other || (_parts.Count, end).CompareTo((other.Entity.Parts.Count, other.End)) > 0)
                {
                    longest = (new(from, to, [.. _parts]), end);
                }
            }
        }

        return longest;
    }

    // The token behind the pattern, when its parts from this one on can be read.
    private int? Fill(ExamplePattern pattern, int slotIndex, int start)
    {
        Slot slot = pattern.Slots[slotIndex];
        string[] literal = pattern.Literals[slotIndex + 1];
        bool isLast = slotIndex == pattern.Slots.Count - 1;
        foreach (int end in Ends(slot, start, isLongestFirst: isLast && literal.Length == 0))
        {
            if (!StandsAt(literal, end) || Read(slot, start, end) is not { } part)
            {
                continue;
            }

            _parts.Add(Narrow(slot, start, end, part));
            if ((isLast ? end + literal.Length : Fill(pattern, slotIndex + 1, end + literal.Length)) is { } behind)
            {
                return behind;
            }

            _parts.RemoveAt(_parts.Count - 1);
        }

        return null;
    }

    // A text of any kind that nothing follows goes on to the end of its clause.
    private IEnumerable<int> Ends(Slot slot, int start, bool isLongestFirst)
    {
        int most = Math.Min(tokens.Count, start + MostWords);
        if (isLongestFirst && slot.NeedsContext)
        {
            int end = start + 1;
            while (end < tokens.Count && !text.AsSpan(tokens[end - 1].End, tokens[end].Start - tokens[end - 1].End).ContainsAny(ClauseEnds))
            {
                end++;
            }

            return start < tokens.Count ? [end] : [];
        }

        IEnumerable<int> ends = Enumerable.Range(start + 1, Math.Max(0, most - start));
        return isLongestFirst ? ends.Reverse() : ends;
    }

    private bool StandsAt(string[] words, int at)
    {
        for (int index = 0; index < words.Length; index++)
        {
            if (at + index >= tokens.Count || tokens[at + index].Text != words[index])
            {
                return false;
            }
        }

        return true;
    }

    private CompositePart? Read(Slot slot, int start, int end)
    {
        if (_readings++ >= MostReadings)
        {
            return null;
        }

        (int from, int to) = Place(slot, start, end);
        string said = text[from..to];
        return (slot.Variable.Type == "choice" ? slot.ReadName(said, language, now) : slot.Read(said, language, now)) is { } value
            ? new(slot.Variable.Name, from, to, value)
            : null;
    }

    // Words that say nothing beside a value ("20 please") are read with it, and are not its place.
    private CompositePart Narrow(Slot slot, int start, int end, CompositePart part)
    {
        if (slot.IsOpen || slot.Variable.Type == "choice")
        {
            return part;
        }

        while (end - 1 > start && Read(slot, start, end - 1) is { } shorter && shorter.Value == part.Value)
        {
            (part, end) = (shorter, end - 1);
        }

        while (start + 1 < end && Read(slot, start + 1, end) is { } later && later.Value == part.Value)
        {
            (part, start) = (later, start + 1);
        }

        return part;
    }

    // A value keeps the signs at its sides ("+31 6 …", "-5"), save a text and a name, to which they do not belong.
    private (int From, int To) Place(Slot slot, int start, int end)
    {
        (int from, int to) = (tokens[start].Start, tokens[end - 1].End);
        if (slot.IsOpen || slot.Variable.Type == "choice")
        {
            return (from, to);
        }

        from = start == 0 ? 0 : tokens[start - 1].End;
        to = end == tokens.Count ? text.Length : tokens[end].Start;
        ReadOnlySpan<char> said = text.AsSpan(from, to - from);
        return (from + Math.Max(0, said.IndexOfAnyExcept(Around)), from + said.LastIndexOfAnyExcept(Around) + 1);
    }
}
