using Spark.Understanding.Text;

namespace Spark.Understanding.Intents;

/// <summary>The examples of one language: literal ones in a dictionary, those with placeholders by their first word.</summary>
internal sealed class LanguageExamples(Vocabulary? vocabulary)
{
    private readonly Dictionary<string, string> _literals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ExamplePattern>> _byFirstWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ExamplePattern> _shapes = new(StringComparer.Ordinal);

    private readonly Dictionary<string, List<ExamplePattern>> _byIntent = new(StringComparer.Ordinal);
    private readonly NearExamples _near = new();

    /// <summary>What is taken for one word in this language; null for nothing.</summary>
    public Vocabulary? Vocabulary => vocabulary;

    /// <summary>Adds an example; the name of the intent that has it already, when it is another.</summary>
    public string? Add(ExamplePattern pattern)
    {
        string shape = string.Join(" {} ", pattern.Literals.Select(literal => string.Join(' ', literal)));
        if (pattern.Slots.Count == 0)
        {
            string[] words = EssenceOf(pattern.Literals[0]);
            string literal = string.Join(' ', words);
            if (!_literals.TryAdd(literal, pattern.Intent))
            {
                return _literals[literal] == pattern.Intent ? null : _literals[literal];
            }

            _near.Add(words, pattern.Intent);
            return null;
        }

        string typed = shape + "|" + string.Join(',', pattern.Slots.Select(slot => slot.Variable.Name));
        if (!_shapes.TryAdd(typed, pattern))
        {
            return _shapes[typed].Intent == pattern.Intent ? null : _shapes[typed].Intent;
        }

        if (!_byIntent.TryGetValue(pattern.Intent, out List<ExamplePattern>? own))
        {
            _byIntent.Add(pattern.Intent, own = []);
        }

        own.Add(pattern);
        string first = pattern.Literals[0].FirstOrDefault(string.Empty);
        if (!_byFirstWord.TryGetValue(first, out List<ExamplePattern>? siblings))
        {
            _byFirstWord.Add(first, siblings = []);
        }

        siblings.Add(pattern);
        return null;
    }

    /// <summary>The examples of an intent that hold values.</summary>
    public IReadOnlyList<ExamplePattern> WithValues(string intent) => _byIntent.GetValueOrDefault(intent) ?? [];

    /// <summary>The words of a text, synonyms as one.</summary>
    public List<Token> Split(string text) => Tokenizer.Split(text) is var tokens && vocabulary is null ? tokens : vocabulary!.Unify(tokens);

    /// <summary>The intent of an example without values that a text in normal form is.</summary>
    public string? FindLiteral(string text, string normal) => _literals.GetValueOrDefault(
        vocabulary is null ? normal : string.Join(' ', vocabulary.Essence(Tokenizer.Split(text)).Select(token => token.Text)));

    /// <summary>The intent of an example of which one word is written otherwise.</summary>
    public string? FindNear(List<Token> tokens) => _near.Find(vocabulary?.Essence(tokens) ?? tokens);

    /// <summary>The patterns that may fit a text with this first word, the most specific first.</summary>
    public IEnumerable<ExamplePattern> FindPatterns(string firstWord)
    {
        List<ExamplePattern> opening = _byFirstWord.GetValueOrDefault(firstWord) ?? [];
        List<ExamplePattern> anywhere = _byFirstWord.GetValueOrDefault(string.Empty) ?? [];
        return opening.Concat(anywhere)
            .OrderByDescending(pattern => pattern.LiteralWords)
            .ThenBy(pattern => pattern.OpenSlots)
            .ThenBy(pattern => pattern.Slots.Count);
    }

    // Words that say nothing are set aside where nothing depends on their places.
    private string[] EssenceOf(string[] words) => vocabulary is null
        ? words
        : [.. vocabulary.Essence([.. words.Select(word => new Token(word, 0, 0))]).Select(token => token.Text)];
}
