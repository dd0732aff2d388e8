namespace Spark.Engine.Definitions;

/// <summary>What a variable of type <c>composite</c> is made of, as it is declared.</summary>
/// <param name="Parts">The name of each part, and the variable or the type that it is like.</param>
/// <param name="Patterns">How the combination is said, by language.</param>
public sealed record CompositeDefinition(IReadOnlyDictionary<string, string> Parts, IReadOnlyDictionary<string, IReadOnlyList<string>> Patterns)
{
    /// <summary>A variable that is none.</summary>
    public static CompositeDefinition None { get; } = new(
        new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));
}
