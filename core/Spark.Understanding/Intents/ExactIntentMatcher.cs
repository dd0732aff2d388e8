using System.Collections.Frozen;
using Spark.Understanding.Languages;
using Spark.Understanding.Text;
using Spark.Understanding.Values;

namespace Spark.Understanding.Intents;

/// <summary>
/// Matches a text that is an example after normalisation, with values in the places of its placeholders. Words of
/// courtesy at either end ("please") may be added. Literal examples come before those with placeholders, and of those
/// the ones with more words before the ones with fewer. Built once, immutable, safe on any thread.
/// </summary>
public sealed class ExactIntentMatcher : IIntentMatcher
{
    private static readonly FrozenDictionary<string, ParsedValue> NoSlots = FrozenDictionary<string, ParsedValue>.Empty;

    private readonly Dictionary<string, LanguageExamples> _languages;

    private ExactIntentMatcher(Dictionary<string, LanguageExamples> languages, IReadOnlyList<IntentProblem> problems)
    {
        _languages = languages;
        Problems = problems;
    }

    /// <summary>The examples that were left out, in the order of the examples; the others work.</summary>
    public IReadOnlyList<IntentProblem> Problems { get; }

    /// <summary>Builds the matcher; a bad example becomes one of <see cref="Problems"/>. An example that two intents share goes to the first.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="variables">The variables that they may mention.</param>
    /// <param name="vocabularies">Synonyms and stop words by language; null for none.</param>
    public static ExactIntentMatcher Build(
        IReadOnlyList<IntentExamples> examples, IReadOnlyList<SlotVariable> variables, IReadOnlyDictionary<string, Vocabulary>? vocabularies = null)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(variables);
        var parser = new ExampleParser(variables);
        var languages = new Dictionary<string, LanguageExamples>(StringComparer.OrdinalIgnoreCase);
        List<IntentProblem> problems = [];
        foreach (IntentExamples group in examples)
        {
            if (!languages.TryGetValue(group.Language, out LanguageExamples? language))
            {
                languages.Add(group.Language, language = new(vocabularies is null ? null : Vocabulary.Of(vocabularies, group.Language)));
            }

            for (int index = 0; index < group.Expressions.Count; index++)
            {
                if (Add(parser, language, group.Intent, group.Expressions[index]) is { } problem)
                {
                    problems.Add(new IntentProblem(group.Intent, group.Language, index, problem));
                }
            }
        }

        return new(languages, problems);
    }

    /// <inheritdoc />
    public IntentMatch? Match(string text, string language, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(language);
        string normal = TextNormalizer.Normalize(text);
        if (normal.Length == 0)
        {
            return null;
        }

        string baseLanguage = LanguageCatalog.BaseOf(language);
        return MatchIn(language, language, text, normal, now)
            ?? (baseLanguage == language ? null : MatchIn(baseLanguage, language, text, normal, now));
    }

    /// <summary>The intent of an example of which one word is misspelt; null when there is none, or several intents have one.</summary>
    internal string? FindNear(string text, string language)
    {
        List<Token> tokens = Tokenizer.Split(text);
        return Near(language) ?? Near(LanguageCatalog.BaseOf(language));

        string? Near(string key) => _languages.TryGetValue(key, out LanguageExamples? examples) ? examples.FindNear(tokens) : null;
    }

    /// <summary>The values that a sentence holds which means an intent, and is none of its examples.</summary>
    internal IReadOnlyDictionary<string, ParsedValue> FindSlots(string text, string language, string intent, DateTimeOffset now)
    {
        return FindIn(language) ?? FindIn(LanguageCatalog.BaseOf(language)) ?? NoSlots;

        IReadOnlyDictionary<string, ParsedValue>? FindIn(string key) =>
            _languages.TryGetValue(key, out LanguageExamples? examples) && examples.WithValues(intent) is { Count: > 0 } patterns
                ? new SlotFinder(text, examples.Split(text), language, now).Find(patterns)
                : null;
    }

    private static string? Add(ExampleParser parser, LanguageExamples language, string intent, string? expression)
    {
        // A list in YAML can hold a null, which its reader may pass on.
        (ExamplePattern? pattern, string? problem) = parser.Parse(intent, expression ?? string.Empty, language.Split);
        if (pattern is null)
        {
            return problem;
        }

        return language.Add(pattern) is { } other
            ? $"The intent '{other}' has the same example. Keep it in one of the two."
            : null;
    }

    // The examples may be those of the base language; values are read in the person's own (25/12 in en-GB).
    private IntentMatch? MatchIn(string key, string language, string text, string normal, DateTimeOffset now)
    {
        if (!_languages.TryGetValue(key, out LanguageExamples? examples))
        {
            return null;
        }

        if (MatchLiteral(examples, text, normal) is { } literal)
        {
            return literal;
        }

        List<Token> tokens = examples.Split(text);
        if (MatchPattern(examples, language, text, tokens, now) is { } match)
        {
            return match;
        }

        WordSet courtesies = LanguageCatalog.For(language).Courtesies;
        int start = tokens.FindIndex(token => !courtesies.Contains(token.Text));
        int end = tokens.FindLastIndex(token => !courtesies.Contains(token.Text)) + 1;
        if (start < 0 || end - start == tokens.Count)
        {
            return null;
        }

        string core = text[tokens[start].Start..(end == tokens.Count ? text.Length : tokens[end - 1].End)];
        return MatchLiteral(examples, core, TextNormalizer.Normalize(core)) ?? MatchPattern(examples, language, core, examples.Split(core), now);
    }

    private static IntentMatch? MatchLiteral(LanguageExamples examples, string text, string normal) =>
        examples.FindLiteral(text, normal) is { } intent ? new IntentMatch { Intent = intent, Score = 1, Slots = NoSlots } : null;

    private static IntentMatch? MatchPattern(LanguageExamples examples, string language, string text, List<Token> tokens, DateTimeOffset now)
    {
        var filling = new SlotFilling(text, tokens, language, now);
        foreach (ExamplePattern pattern in examples.FindPatterns(tokens[0].Text))
        {
            if (filling.Fill(pattern) is { } slots)
            {
                return new IntentMatch { Intent = pattern.Intent, Score = 1, Slots = slots };
            }
        }

        return null;
    }
}
