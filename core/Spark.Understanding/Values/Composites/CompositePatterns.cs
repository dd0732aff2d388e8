using Spark.Understanding.Intents;
using Spark.Understanding.Languages;
using Spark.Understanding.Text;

namespace Spark.Understanding.Values.Composites;

/// <summary>
/// How a combination of values is said, by language: words and, in braces, the names of its parts ("from {from} to {to}"). Built once,
/// immutable, safe on any thread.
/// </summary>
public sealed class CompositePatterns
{
    private readonly Dictionary<string, (Vocabulary? Vocabulary, List<ExamplePattern> Patterns)> _languages = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="parts">The parts, each a variable of a type that is read from texts.</param>
    /// <param name="patterns">The patterns by language; one that cannot be used becomes one of <see cref="Problems"/>.</param>
    /// <param name="vocabularies">What is taken for one word, by language.</param>
    public CompositePatterns(
        IReadOnlyList<SlotVariable> parts,
        IReadOnlyDictionary<string, IReadOnlyList<string>> patterns,
        IReadOnlyDictionary<string, Vocabulary> vocabularies)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        var parser = new ExampleParser(parts) { MayTouch = true };
        List<IntentProblem> problems = [];
        foreach ((string language, IReadOnlyList<string> written) in patterns)
        {
            Vocabulary? vocabulary = Vocabulary.Of(vocabularies, language);
            var understood = new List<ExamplePattern>();
            for (int index = 0; index < written.Count; index++)
            {
                (ExamplePattern? pattern, string? problem) = parser.Parse(string.Empty, written[index], text => Split(text, vocabulary));
                if (pattern is { Slots.Count: > 0 })
                {
                    understood.Add(pattern);
                    continue;
                }

                problems.Add(new(string.Empty, language, index, problem ?? "The pattern names no part. Put one into it, in braces."));
            }

            _languages.Add(language, (vocabulary, understood));
        }

        Problems = problems;
    }

    /// <summary>The patterns that were left out; the others work.</summary>
    public IReadOnlyList<IntentProblem> Problems { get; }

    /// <summary>The combinations in a text, in their order; they do not overlap.</summary>
    /// <param name="text">What the person wrote.</param>
    /// <param name="language">BCP 47 tag; its patterns are tried, or else those of its base language.</param>
    /// <param name="now">The person's local clock.</param>
    public IReadOnlyList<CompositeEntity> Find(string text, string language, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(language);
        return _languages.TryGetValue(language, out var known) || _languages.TryGetValue(LanguageCatalog.BaseOf(language), out known)
            ? new CompositeFinder(text, Split(text, known.Vocabulary), language, now).Find(known.Patterns)
            : [];
    }

    private static List<Token> Split(string text, Vocabulary? vocabulary) =>
        Tokenizer.Split(text) is var tokens && vocabulary is null ? tokens : vocabulary!.Unify(tokens);
}
