namespace Spark.Understanding.Intents;

/// <summary>
/// Matches a text that is an example after normalisation, with values in the places of its placeholders.
/// Built once, immutable.
/// </summary>
public sealed class ExactIntentMatcher : IIntentMatcher
{
    private ExactIntentMatcher(IReadOnlyList<IntentProblem> problems) => Problems = problems;

    /// <summary>The examples that were left out, in the order of the examples; the others work.</summary>
    public IReadOnlyList<IntentProblem> Problems { get; }

    /// <summary>Builds the matcher; a bad example becomes one of <see cref="Problems"/>.</summary>
    public static ExactIntentMatcher Build(IReadOnlyList<IntentExamples> examples, IReadOnlyList<SlotVariable> variables)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(variables);
        return new([]);
    }

    /// <inheritdoc />
    public IntentMatch? Match(string text, string language, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(language);
        return null;
    }
}
