namespace Spark.Understanding.Values;

/// <summary>One of the answers to choose from.</summary>
/// <param name="Value">What is stored, the same in every language.</param>
/// <param name="Label">What the person was shown, in the language of the conversation.</param>
/// <param name="Synonyms">Other words for it, say its label in another language.</param>
public sealed record ChoiceOption(string Value, string Label, IReadOnlyList<string> Synonyms);
