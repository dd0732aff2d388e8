using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>The context itself: <c>$</c>.</summary>
internal sealed class ContextNode(int position) : Node(position)
{
    public override Value Evaluate(Value input, Frame frame, EvaluationContext context) =>
        Sequences.Collapse(EvaluateRaw(input, frame, context));

    public override Value EvaluateRaw(Value input, Frame frame, EvaluationContext context)
    {
        context.Leaf();
        return input.List is { } list && list.Is(ListTraits.OuterWrapper) ? list[0] : input;
    }
}
