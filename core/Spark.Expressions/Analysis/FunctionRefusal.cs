namespace Spark.Expressions.Analysis;

/// <summary>Why a call of a function must fail.</summary>
/// <param name="Argument">The argument that does not fit, counted from 0; null when there are too many or too few.</param>
/// <param name="Expected">What the function takes there, or in all: <c>a string</c>.</param>
public sealed record FunctionRefusal(int? Argument, string Expected);
