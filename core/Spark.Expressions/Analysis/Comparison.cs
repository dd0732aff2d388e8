namespace Spark.Expressions.Analysis;

/// <summary>A place where an expression compares two values of its scope.</summary>
/// <param name="Left">The left side.</param>
/// <param name="Operator"><c>=</c>, <c>!=</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c> or <c>in</c>.</param>
/// <param name="Right">The right side.</param>
public sealed record Comparison(ComparedValue Left, string Operator, ComparedValue Right);
