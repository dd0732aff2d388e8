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

    // Rules within rules; only texts that are made to go deep go deeper.
    private const int MostDepth = 60;

    private readonly Dictionary<(string Name, int At), IReadOnlyList<Reading>> _known = [];
    private readonly Dictionary<(string Name, int At), bool> _starts = [];
    private int _depth;

    public PiecedText Text => text;

    public LanguageTable Table => grammar.Table;

    /// <summary>What the rules of a name read at the index, at most one reading for each end, in the order of the rules.</summary>
    public IReadOnlyList<Reading> Read(string name, int at)
    {
        if (_known.TryGetValue((name, at), out IReadOnlyList<Reading>? known))
        {
            return known;
        }

        if (_depth > MostDepth || !MayStart(name, at))
        {
            return [];
        }

        _depth++;

        // A rule that would read itself at the same place reads nothing.
        _known[(name, at)] = [];
        List<Reading> found = grammar.FindTerminal(name) is { } terminal
            ? [.. terminal(text, at).Take(MostReadings)]
            : ReadRules(name, at);
        _known[(name, at)] = found;
        _depth--;
        return found;
    }

    /// <summary>Whether any rule of a name could begin with the piece at the index.</summary>
    public bool MayStart(string name, int at)
    {
        if (_starts.TryGetValue((name, at), out bool known))
        {
            return known;
        }

        _starts[(name, at)] = false;
        bool mayStart = grammar.FindTerminal(name) is null
            ? grammar.RulesOf(name).Any(rule => rule.Pattern.MayStart(this, at))
            : text.Is(at, PieceKind.Digits) || grammar.MayBeNumber(text.At(at));
        _starts[(name, at)] = mayStart;
        return mayStart;
    }

    private List<Reading> ReadRules(string name, int at)
    {
        List<Reading> found = [];
        foreach (Rule rule in grammar.RulesOf(name))
        {
            if (!rule.Pattern.MayStart(this, at))
            {
                continue;
            }

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
