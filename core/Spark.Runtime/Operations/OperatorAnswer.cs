namespace Spark.Runtime.Operations;

/// <summary>What came of what an operator wanted.</summary>
/// <param name="Result">What.</param>
/// <param name="Holder">The other operator who has the conversation; null when none does.</param>
public sealed record OperatorAnswer(OperatorResult Result, string? Holder);
