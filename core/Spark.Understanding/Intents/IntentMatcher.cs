using System.Collections.Frozen;
using Spark.Understanding.Languages;
using Spark.Understanding.Values;

namespace Spark.Understanding.Intents;

/// <summary>
/// Understands what people write: first the examples themselves, with values in the places of their placeholders; then those with a word
/// misspelt; then what the language's classifier makes of it. Immutable, safe on any thread.
/// </summary>
public sealed class IntentMatcher : IIntentMatcher
{
    /// <summary>The score of an example with a word misspelt.</summary>
    private const double NearScore = 0.99;

    // A second intent this much as likely as the first is worth a question.
    private const double Close = 0.7;

    // Where the first is less sure than this, it is less likely than not that either is meant, whatever the threshold: both are guesses.
    // tests/benchmarks/understanding calibrate prints how often one of the two is.
    private const double Least = 0.25;

    private static readonly FrozenDictionary<string, ParsedValue> NoSlots = FrozenDictionary<string, ParsedValue>.Empty;

    private readonly ExactIntentMatcher _exact;
    private readonly FrozenDictionary<string, LanguageModel> _models;

    /// <param name="exact">Knows the examples.</param>
    /// <param name="models">One a language that has enough examples for a classifier.</param>
    public IntentMatcher(ExactIntentMatcher exact, IEnumerable<LanguageModel> models)
    {
        ArgumentNullException.ThrowIfNull(exact);
        ArgumentNullException.ThrowIfNull(models);
        _exact = exact;
        _models = models.ToFrozenDictionary(model => model.Language, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The classifiers by language.</summary>
    public IReadOnlyDictionary<string, LanguageModel> Models => _models;

    /// <inheritdoc />
    public IntentMatch? Match(string text, string language, DateTimeOffset now)
    {
        if (_exact.Match(text, language, now) is { } exact)
        {
            return exact;
        }

        if (!_models.TryGetValue(language, out LanguageModel? model) && !_models.TryGetValue(LanguageCatalog.BaseOf(language), out model))
        {
            return null;
        }

        return _exact.FindNear(text, language) is { } near
            ? new IntentMatch { Intent = near, Score = NearScore, Slots = NoSlots }
            : Judge(model, text) is { } judged
                ? judged.Rival is null ? judged with { Slots = _exact.FindSlots(text, language, judged.Intent, now) } : judged
                : null;
    }

    private static IntentMatch? Judge(LanguageModel model, string text)
    {
        if (model.Classify(text) is not { } found)
        {
            return null;
        }

        if (found.Intents.Count > 1 && found.Intents[1].Probability >= Close * found.Best.Probability)
        {
            // Neither may be sure alone, while it is clear that one of them is meant; where both are unlikely, neither is.
            return found.Confidence >= Math.Min(Least, model.Threshold) && found.EitherConfidence >= model.Threshold
                ? Found(found) with { Rival = found.Intents[1].Intent }
                : null;
        }

        return found.Confidence >= model.Threshold ? Found(found) : null;
    }

    private static IntentMatch Found(Classification found) => new() { Intent = found.Best.Intent, Score = found.Confidence, Slots = NoSlots };
}
