using Spark.Expressions;

namespace Spark.Engine.Definitions;

/// <summary>A text for people within a value, such as one of a card: it is translated like any other.</summary>
/// <param name="Text">The text with its key.</param>
public sealed record KeyedTextTemplate(Text Text) : ValueTemplate
{
    /// <summary>The text in the first language; who speaks another one asks for its translation by the key.</summary>
    /// <inheritdoc/>
    public override Value Evaluate(Value input, EvaluationOptions options) => Text.Template.Evaluate(input, options);
}
