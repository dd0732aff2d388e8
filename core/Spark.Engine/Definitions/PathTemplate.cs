using Spark.Expressions;

namespace Spark.Engine.Definitions;

/// <summary>A part of an address: what its expressions come to is percent-encoded, so that no value adds a segment or a query.</summary>
/// <param name="Text">The text.</param>
/// <param name="At">Where it is written.</param>
public sealed record PathTemplate(TextTemplate Text, SourceLocation At) : ValueTemplate
{
    /// <inheritdoc/>
    public override Value Evaluate(Value input, EvaluationOptions options) => Value.From(Text.Fill(input, options, Uri.EscapeDataString));
}
