using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>One of two, or one or nothing.</summary>
internal sealed class ConditionNode(int position, Node condition, Node then, Node? otherwise) : Node(position)
{
    public override Value Evaluate(Value input, Frame frame, EvaluationContext context)
    {
        context.Enter();
        var branch = Truth.Of(condition.Evaluate(input, frame, context), context) ? then : otherwise;
        var result = branch is null ? default : branch.Evaluate(input, frame, context);
        context.Exit();
        return result;
    }
}
