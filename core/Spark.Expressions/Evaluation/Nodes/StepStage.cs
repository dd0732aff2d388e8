namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>A filter of a step's items, or the binding of their index.</summary>
internal sealed record StepStage(Filter? Filter, string? Index);
