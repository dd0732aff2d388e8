using Spark.Understanding.Entities.Pieces;

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

    private static readonly Reading[] None = [];

    private readonly IReadOnlyList<Reading>?[]?[] _known = new IReadOnlyList<Reading>?[]?[text.Count + 1];
    private readonly Dictionary<string, bool?[]> _starts = new(StringComparer.Ordinal);
    private int _depth;

    public PiecedText Text => text;

    /// <summary>What the rules of a name read at the index.</summary>
    public IReadOnlyList<Reading> Read(string name, int at) => Read(grammar.NumberOf(name), at);

    /// <summary>What the rules of a number read at the index, at most one reading for each end, in the order of the rules.</summary>
    public IReadOnlyList<Reading> Read(int number, int at)
    {
        if (at >= text.Count || !MayStart(number, at))
        {
            return None;
        }

        IReadOnlyList<Reading>?[] here = _known[at] ??= new IReadOnlyList<Reading>?[grammar.Count];
        if (here[number] is { } known)
        {
            return known;
        }

        if (_depth > MostDepth)
        {
            return None;
        }

        // A rule that would read itself at the same place reads nothing.
        _depth++;
        here[number] = None;
        List<Reading> found = grammar.TerminalOf(number) is { } terminal ? [.. terminal(text, at).Take(MostReadings)] : ReadRules(number, at);
        here[number] = found;
        _depth--;
        return found;
    }

    /// <summary>Whether any rule of a number could begin with the piece at the index.</summary>
    public bool MayStart(int number, int at)
    {
        string piece = text.At(at);
        if (!_starts.TryGetValue(piece, out bool?[]? starts))
        {
            _starts.Add(piece, starts = new bool?[grammar.Count]);
        }

        if (starts[number] is { } known)
        {
            return known;
        }

        starts[number] = false;
        bool mayStart = grammar.TerminalOf(number) is null
            ? grammar.RulesOf(number).Any(rule => rule.Pattern.MayStart(this, at))
            : text.Is(at, PieceKind.Digits) || grammar.MayBeNumber(piece);
        starts[number] = mayStart;
        return mayStart;
    }

    private List<Reading> ReadRules(int number, int at)
    {
        List<Reading> found = [];
        foreach (Rule rule in grammar.RulesOf(number))
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
