using Spark.Understanding.Entities.Pieces;
using Spark.Understanding.Entities.Words;

namespace Spark.Understanding.Entities.Rules;

/// <summary>The rules of one language: its words, the rules for all languages and its own, and what code reads instead of rules.</summary>
internal sealed class Grammar
{
    private readonly Dictionary<string, List<Rule>> _rules = new(StringComparer.Ordinal);
    private readonly Func<string, bool> _mayBeNumber;
    private readonly Dictionary<string, Func<PiecedText, int, IEnumerable<Reading>>> _terminals;

    /// <param name="table">The words and rules.</param>
    /// <param name="actions">What the rules mean, by the name behind their arrow.</param>
    /// <param name="terminals">What is read by code, by name; all of it begins with a number.</param>
    /// <param name="mayBeNumber">Whether a piece could begin a number.</param>
    public Grammar(
        LanguageTable table,
        IReadOnlyDictionary<string, Func<Captures, object, object?>> actions,
        Dictionary<string, Func<PiecedText, int, IEnumerable<Reading>>> terminals,
        Func<string, bool> mayBeNumber)
    {
        _mayBeNumber = mayBeNumber;
        Table = table;
        _terminals = terminals;
        foreach ((string name, string rule) in table.Rules)
        {
            int arrow = rule.LastIndexOf("=>", StringComparison.Ordinal);
            string action = rule[(arrow + 2)..].Trim();
            if (arrow < 0 || !actions.TryGetValue(action, out Func<Captures, object, object?>? meaning))
            {
                throw new InvalidDataException($"The rule '{name}: {rule}' has no known action.");
            }

            if (!_rules.TryGetValue(name, out List<Rule>? rules))
            {
                _rules.Add(name, rules = []);
            }

            rules.Add(new Rule(PatternReader.Read(rule[..arrow].Trim()), meaning));
        }
    }

    public LanguageTable Table { get; }

    public Func<PiecedText, int, IEnumerable<Reading>>? FindTerminal(string name) => _terminals.GetValueOrDefault(name);

    /// <summary>Whether a piece could begin a number.</summary>
    public bool MayBeNumber(string piece) => _mayBeNumber(piece);

    public IReadOnlyList<Rule> RulesOf(string name) =>
        _rules.TryGetValue(name, out List<Rule>? rules) ? rules : throw new InvalidDataException($"There is no rule named {name}.");
}
