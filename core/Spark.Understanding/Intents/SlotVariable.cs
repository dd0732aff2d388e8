using Spark.Understanding.Values;
using Spark.Understanding.Values.Composites;

namespace Spark.Understanding.Intents;

/// <summary>A variable that examples may mention.</summary>
public sealed record SlotVariable
{
    /// <summary>The name between the braces.</summary>
    public required string Name { get; init; }

    /// <summary>Its type; one that <see cref="ValueParsers"/> knows.</summary>
    public required string Type { get; init; }

    /// <summary>The options of a choice, with the labels of all languages among the synonyms.</summary>
    public IReadOnlyList<ChoiceOption> Choices { get; init; } = [];

    /// <summary>As <see cref="ValueContext.Min"/>.</summary>
    public double? Min { get; init; }

    /// <summary>As <see cref="ValueContext.Max"/>.</summary>
    public double? Max { get; init; }

    /// <summary>As <see cref="ValueContext.Unit"/>.</summary>
    public string? Unit { get; init; }

    /// <summary>As <see cref="ValueContext.Composite"/>.</summary>
    public CompositePatterns? Composite { get; init; }

    /// <summary>As <see cref="ValueContext.Pattern"/>.</summary>
    public string? Pattern { get; init; }
}
