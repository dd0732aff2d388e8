using System.Buffers;
using Spark.Understanding.Languages;
using Spark.Understanding.Text;
using Spark.Understanding.Values;

namespace Spark.Understanding.Intents;

/// <summary>
/// Finds the values that the examples of an intent hold in a sentence that is none of them. A value of a type is known by its type: a date,
/// a number, one of a list of words, what a pattern describes. A text is known by its context alone, which the examples show: the words
/// before and behind it. Used for one text, on one thread.
/// </summary>
internal sealed class SlotFinder(string text, IReadOnlyList<Token> tokens, string language, DateTimeOffset now)
{
    // What goes on for longer than this is no value that somebody put into a sentence.
    private const int MostWords = 6;
    private const int ContextWords = 2;

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(".,;:!?\n");

    /// <summary>The values by variable; those of which the sentence tells nothing, or two things, are not among them.</summary>
    /// <param name="patterns">The intent's examples with placeholders.</param>
    public IReadOnlyDictionary<string, ParsedValue> Find(IEnumerable<ExamplePattern> patterns)
    {
        var values = new Dictionary<string, ParsedValue>(StringComparer.Ordinal);
        var uses = patterns
            .SelectMany(pattern => pattern.Slots.Select((slot, index) => (Pattern: pattern, Slot: slot, Index: index)))
            .ToLookup(use => use.Slot.Variable.Name, StringComparer.Ordinal);
        var types = uses.CountBy(group => group.First().Slot.Variable.Type, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        foreach (var group in uses)
        {
            Slot slot = group.First().Slot;
            ParsedValue? found = null;
            foreach (var (pattern, _, index) in group.OrderByDescending(use => use.Pattern.LiteralWords))
            {
                found ??= InContext(pattern, index);
            }

            // Two variables of a type are told apart by their contexts alone.
            found ??= slot.NeedsContext || types[slot.Variable.Type] > 1 ? null : Anywhere(slot);
            if (found is { } value)
            {
                values[group.Key] = value;
            }
        }

        return values;
    }

    // The words between those that stand before and behind the placeholder in an example.
    private ParsedValue? InContext(ExamplePattern pattern, int index)
    {
        string[] before = [.. pattern.Literals[index].TakeLast(ContextWords)];
        string[] behind = [.. pattern.Literals[index + 1].Take(1)];
        if (before.Length == 0 || pattern.Slots[index].Variable.Type == "choice")
        {
            return null;
        }

        // The words of a short context may stand earlier, too: the last place is the nearest to the value.
        Slot slot = pattern.Slots[index];
        for (int start = tokens.Count - 1; start >= before.Length; start--)
        {
            if (StandsAt(before, start - before.Length) && Closed(slot, behind, start) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    // A text ends as soon as it can; a value of a type is as long as it can be.
    private ParsedValue? Closed(Slot slot, string[] behind, int start)
    {
        int most = Math.Min(MostWords, tokens.Count - start);
        for (int count = 1; count <= most; count++)
        {
            int end = start + (slot.NeedsContext ? count : most - count + 1);
            bool isClosed = behind.Length > 0 ? StandsAt(behind, end) : IsEnd(end);
            if (isClosed && slot.Read(text[tokens[start].Start..tokens[end - 1].End], language, now) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    private ParsedValue? Anywhere(Slot slot)
    {
        if (slot is { IsOpen: false, Variable.Type: not "choice" } && slot.ReadInside(text, language, now) is { } single)
        {
            return single;
        }

        ParsedValue? found = null;
        for (int length = Math.Min(MostWords, tokens.Count); length > 0 && found is null; length--)
        {
            for (int start = 0; start + length <= tokens.Count; start++)
            {
                if (slot.ReadName(text[tokens[start].Start..tokens[start + length - 1].End], language, now) is not { } value)
                {
                    continue;
                }

                if (found is { } other && other != value)
                {
                    return null;
                }

                found = value;
            }
        }

        return found;
    }

    private bool StandsAt(string[] words, int at) =>
        at + words.Length <= tokens.Count && words.Index().All(word => tokens[at + word.Index].Text == word.Item);

    // The end of the sentence, or courtesies up to it.
    private bool IsEnd(int at)
    {
        WordSet courtesies = LanguageCatalog.For(language).Courtesies;
        return tokens.Skip(at).All(token => courtesies.Contains(token.Text)) && (at >= tokens.Count || !courtesies.Contains(tokens[at - 1].Text))
            || (at < tokens.Count && text.AsSpan(tokens[at - 1].End, tokens[at].Start - tokens[at - 1].End).ContainsAny(ClauseEnds));
    }
}
