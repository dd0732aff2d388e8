namespace Spark.Engine.Definitions;

/// <summary>A choice of a question.</summary>
/// <param name="Value">The value that the variable gets.</param>
/// <param name="Label">What the person reads.</param>
public sealed record ChoiceDefinition(string Value, Text Label)
{
    /// <summary>Other words for it: each text holds one or more, separated by commas.</summary>
    public IReadOnlyList<Text> Synonyms { get; init; } = [];
}
