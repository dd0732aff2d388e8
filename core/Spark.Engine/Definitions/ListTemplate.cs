using Spark.Expressions;

namespace Spark.Engine.Definitions;

/// <summary>A list.</summary>
/// <param name="Items">The items.</param>
public sealed record ListTemplate(IReadOnlyList<ValueTemplate> Items) : ValueTemplate
{
    /// <inheritdoc/>
    public override Value Evaluate(Value input, EvaluationOptions options) =>
        Value.Array([.. Items.Select(item => item.Evaluate(input, options)).Where(value => !value.IsUndefined)]);
}
