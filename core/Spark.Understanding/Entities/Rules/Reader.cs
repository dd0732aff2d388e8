using Spark.Understanding.Entities.Pieces;
using Spark.Understanding.Entities.Words;

namespace Spark.Understanding.Entities.Rules;

/// <summary>
/// Reads one text with one grammar. What was read at a place is kept, so that the work grows with the length of the
/// text and not with the ways to read it.
/// </summary>
internal sealed class Reader(Grammar grammar, PiecedText text, object context)
{
    // More than this many ways to read the same words are not told apart.
    private const int MostReadings = 12;

    private readonly Dictionary<(string Name, int At), IReadOnlyList<Reading>> _known = [];

    public PiecedText Text => text;

    public LanguageTable Table => grammar.Table;

    /// <summary>What the rules of a name read at the index, at most one reading for each end, in the order of the rules.</summary>
    public IReadOnlyList<Reading> Read(string name, int at)
    {
        if (_known.TryGetValue((name, at), out IReadOnlyList<Reading>? known))
        {
            return known;
        }

        // A rule that would read itself at the same place reads nothing.
        _known[(name, at)] = [];
        List<Reading> found = grammar.FindTerminal(name) is { } terminal
            ? [.. terminal(text, at).Take(MostReadings)]
            : ReadRules(name, at);
        _known[(name, at)] = found;
        return found;
    }

    private List<Reading> ReadRules(string name, int at)
    {
        List<Reading> found = [];
        foreach (Rule rule in grammar.RulesOf(name))
        {
            foreach ((int next, Binding? bound) in rule.Pattern.Match(this, at, null))
            {
                if (next == at || found.Count >= MostReadings || found.Exists(reading => reading.Next == next))
                {
                    continue;
                }

                var captures = new Captures(bound, text, at, next);
                if (rule.Action(captures, context) is { } value)
                {
                    found.Add(new Reading(value, captures.Start, next));
                }
            }
        }

        return found;
    }
}
