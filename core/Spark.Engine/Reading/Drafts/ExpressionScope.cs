using System.Collections.Immutable;

namespace Spark.Engine.Reading.Drafts;

/// <summary>Which names an expression may use besides the variables and what every bot knows.</summary>
/// <param name="Names">Inputs of an action dialog; inputs and results of a dialog.</param>
/// <param name="SeesResult">True where the result of a plugin is seen, whose fields cannot be known.</param>
internal sealed record ExpressionScope(ImmutableHashSet<string> Names, bool SeesResult)
{
    /// <summary>The names that every bot knows.</summary>
    public static readonly IReadOnlySet<string> Known = ImmutableHashSet.Create(StringComparer.Ordinal, "sys", "agent");

    /// <summary>In a dialog.</summary>
    public static readonly ExpressionScope Dialog = new(ImmutableHashSet.Create<string>(StringComparer.Ordinal), SeesResult: false);

    /// <summary>The dialog whose results are seen as well; null for none.</summary>
    public string? ResultsOf { get; init; }

    /// <summary>In a dialog with names of its own.</summary>
    public static ExpressionScope Within(IEnumerable<string> names) => new(names.ToImmutableHashSet(StringComparer.Ordinal), SeesResult: false);

    /// <summary>In a deed of an action dialog with these inputs.</summary>
    public static ExpressionScope Action(IEnumerable<string> inputs) => new(inputs.ToImmutableHashSet(StringComparer.Ordinal), SeesResult: false);

    /// <summary>Over the result of a deed.</summary>
    public ExpressionScope WithResult() => this with { SeesResult = true };
}
