using Spark.Expressions;

namespace Spark.Engine.Definitions;

/// <summary>A text with expressions; one that is exactly one expression keeps its type.</summary>
/// <param name="Text">The text.</param>
/// <param name="At">Where it is written.</param>
public sealed record TextValueTemplate(TextTemplate Text, SourceLocation At) : ValueTemplate
{
    /// <inheritdoc/>
    public override Value Evaluate(Value input, EvaluationOptions options) => Text.Evaluate(input, options);
}
