using Spark.Expressions;

namespace Spark.Engine.Definitions;

/// <summary>An outcome and when it applies.</summary>
/// <param name="Outcome">The outcome's name.</param>
/// <param name="Holds">The expression over the result.</param>
/// <param name="At">Where it is written.</param>
public sealed record OutcomeRule(string Outcome, Expression Holds, SourceLocation At);
