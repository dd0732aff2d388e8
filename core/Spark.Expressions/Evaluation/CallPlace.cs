namespace Spark.Expressions.Evaluation;

/// <summary>Where a function is called, and what it is called there: what an error inside it is told with.</summary>
internal sealed record CallPlace(int Position, string? Token, Value TokenValue);
