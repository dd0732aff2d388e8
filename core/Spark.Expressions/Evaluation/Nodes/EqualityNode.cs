using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>Deep equality and its opposite; nothing is equal or unequal to what is missing.</summary>
internal sealed class EqualityNode(int position, bool isNegated, Node left, Node right) : Node(position)
{
    public override Value Evaluate(Value input, Frame frame, EvaluationContext context)
    {
        context.Enter();
        var first = left.Evaluate(input, frame, context);
        var second = right.Evaluate(input, frame, context);
        context.Exit();
        return Value.From(!first.IsUndefined && !second.IsUndefined && DeepEquality.Equal(first, second, 0, context) != isNegated);
    }
}
