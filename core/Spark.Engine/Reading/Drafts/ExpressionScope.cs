using System.Collections.Immutable;
using Spark.Expressions;

namespace Spark.Engine.Reading.Drafts;

/// <summary>Which names an expression may use besides the variables and what every bot knows.</summary>
/// <param name="Names">Inputs of an action dialog; inputs and results of a dialog.</param>
/// <param name="SeesResult">True where the result of a step is seen.</param>
internal sealed record ExpressionScope(ImmutableHashSet<string> Names, bool SeesResult)
{
    /// <summary>The names that every bot knows.</summary>
    public static readonly IReadOnlySet<string> Known = ImmutableHashSet.Create(StringComparer.Ordinal, "sys", "agent");

    /// <summary>In a dialog.</summary>
    public static readonly ExpressionScope Dialog = new(ImmutableHashSet.Create<string>(StringComparer.Ordinal), SeesResult: false);

    /// <summary>The dialog whose results are seen as well; null for none.</summary>
    public string? ResultsOf { get; init; }

    /// <summary>The fields of the result that is seen, and their kinds where they are known; null when its fields cannot be known.</summary>
    public IReadOnlyDictionary<string, ValueKind?>? Result { get; init; }

    /// <summary>True where a name may be a field of a result of which nothing is known.</summary>
    public bool SeesAnything => SeesResult && Result is null;

    /// <summary>True for a field of the result that is seen.</summary>
    public bool IsOfResult(string name) => Result?.ContainsKey(name) == true;

    /// <summary>In a dialog with names of its own.</summary>
    public static ExpressionScope Within(IEnumerable<string> names) => new(names.ToImmutableHashSet(StringComparer.Ordinal), SeesResult: false);

    /// <summary>In a deed of an action dialog with these inputs.</summary>
    public static ExpressionScope Action(IEnumerable<string> inputs) => new(inputs.ToImmutableHashSet(StringComparer.Ordinal), SeesResult: false);

    /// <summary>Over the result of a deed.</summary>
    /// <param name="fields">The result's fields; null when they cannot be known.</param>
    public ExpressionScope WithResult(IReadOnlyDictionary<string, ValueKind?>? fields) => this with { SeesResult = true, Result = fields };
}
