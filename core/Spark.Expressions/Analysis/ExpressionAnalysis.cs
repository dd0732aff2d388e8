namespace Spark.Expressions.Analysis;

/// <summary>What can be said of an expression without evaluating it.</summary>
public sealed record ExpressionAnalysis
{
    /// <summary>Variables that the expression reads and does not bind itself: the caller must bind them.</summary>
    public required IReadOnlyList<NamedReference> Variables { get; init; }

    /// <summary>Functions of the language that it names.</summary>
    public required IReadOnlyList<NamedReference> Functions { get; init; }

    /// <summary>Fields of the input that it reads, as far as the path has only names: <c>order.customer.name</c>.</summary>
    public required IReadOnlyList<NamedReference> Fields { get; init; }

    /// <summary>Where it compares values of the input.</summary>
    public required IReadOnlyList<Comparison> Comparisons { get; init; }

    /// <summary>Where it calculates: both sides must be numbers. Fields are named where they are the input's.</summary>
    public required IReadOnlyList<Comparison> Calculations { get; init; }

    /// <summary>Where it calls functions of the language, with all that they are given: neither applied in part nor at the end of a chain.</summary>
    public required IReadOnlyList<FunctionCall> Calls { get; init; }

    /// <summary>Names that are called behind a dot, as methods are in other languages: there are none here.</summary>
    public required IReadOnlyList<NamedReference> Methods { get; init; }

    /// <summary>Where it matches with a regular expression that looks around or refers back, which does not run in linear time.</summary>
    public required IReadOnlyList<NamedReference> SlowPatterns { get; init; }

    /// <summary>The kind of its result, when it has one whatever the input; null when that depends.</summary>
    public required ValueKind? ResultKind { get; init; }

    /// <summary>True when the result may be missing.</summary>
    public required bool MayBeUndefined { get; init; }

    /// <summary>Its value, when it is a literal; otherwise undefined.</summary>
    public required Value Literal { get; init; }
}
