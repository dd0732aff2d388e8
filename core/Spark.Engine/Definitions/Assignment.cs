using Spark.Expressions;

namespace Spark.Engine.Definitions;

/// <summary>A name and the expression that gives its value.</summary>
/// <param name="Name">A variable, or an input of an action dialog.</param>
/// <param name="Value">The expression.</param>
/// <param name="At">Where the expression is written.</param>
public sealed record Assignment(string Name, Expression Value, SourceLocation At);
