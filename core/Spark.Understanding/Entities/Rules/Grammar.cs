using Spark.Understanding.Entities.Pieces;
using Spark.Understanding.Entities.Words;

namespace Spark.Understanding.Entities.Rules;

/// <summary>The rules of one language: its words, the rules for all languages and its own, and what code reads instead of rules.</summary>
internal sealed class Grammar
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<List<Rule>> _rules = [];
    private readonly Func<PiecedText, int, IEnumerable<Reading>>?[] _terminals;
    private readonly Func<string, bool> _mayBeNumber;

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
        foreach ((string name, string rule) in table.Rules)
        {
            int arrow = rule.LastIndexOf("=>", StringComparison.Ordinal);
            if (arrow < 0 || !actions.TryGetValue(rule[(arrow + 2)..].Trim(), out Func<Captures, object, object?>? meaning))
            {
                throw new InvalidDataException($"The rule '{name}: {rule}' has no known action.");
            }

            _rules[Number(name)].Add(new Rule(PatternReader.Read(rule[..arrow].Trim(), table, Number), meaning));
        }

        _terminals = new Func<PiecedText, int, IEnumerable<Reading>>?[_rules.Count];
        foreach ((string name, int number) in _numbers)
        {
            _terminals[number] = terminals.GetValueOrDefault(name);
            if (_rules[number].Count == 0 && _terminals[number] is null)
            {
                throw new InvalidDataException($"There is no rule named {name}.");
            }
        }
    }

    /// <summary>How many names rules have.</summary>
    public int Count => _rules.Count;

    public int NumberOf(string name) => _numbers[name];

    public IReadOnlyList<Rule> RulesOf(int number) => _rules[number];

    public Func<PiecedText, int, IEnumerable<Reading>>? TerminalOf(int number) => _terminals[number];

    /// <summary>Whether a piece could begin a number.</summary>
    public bool MayBeNumber(string piece) => _mayBeNumber(piece);

    private int Number(string name)
    {
        if (!_numbers.TryGetValue(name, out int number))
        {
            number = _rules.Count;
            _numbers.Add(name, number);
            _rules.Add([]);
        }

        return number;
    }
}
