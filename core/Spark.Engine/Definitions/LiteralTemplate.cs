using Spark.Expressions;

namespace Spark.Engine.Definitions;

/// <summary>A number, a boolean or null.</summary>
/// <param name="Value">The value.</param>
public sealed record LiteralTemplate(Value Value) : ValueTemplate
{
    /// <inheritdoc/>
    public override Value Evaluate(Value input, EvaluationOptions options) => Value;
}
