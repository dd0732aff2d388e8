namespace Spark.Expressions.Parsing;

/// <summary>What happens to the items of a step: a filter, or the binding of their index.</summary>
internal sealed record Stage(Plan? Filter, string? Index);
